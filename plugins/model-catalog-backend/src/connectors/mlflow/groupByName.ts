import { ModelVersion } from './schemas';

/** The versions of one model. */
export interface VersionGroup {
  name: string;
  versions: ModelVersion[];
}

const keyOf = ({ name, version }: ModelVersion) =>
  JSON.stringify([name, version]);

/**
 * The versions of one model after the other. A write between two pages shifts the
 * rows, so that a page may begin with what the one before it ended with.
 *
 * @throws when a model comes back after another one: then the listing is not in
 *   order, and a part of it would count as vanished
 */
export async function* groupByName(
  pages: AsyncIterable<ModelVersion[]>,
): AsyncGenerator<VersionGroup> {
  const done = new Set<string>();
  let before = new Set<string>();
  let group: VersionGroup | undefined;
  for await (const page of pages) {
    for (const version of page) {
      if (before.has(keyOf(version))) continue;
      if (group?.name !== version.name) {
        if (group) yield group;
        if (done.has(version.name))
          throw new Error(
            `MLflow lists versions of "${version.name}" in two places; it is read again later`,
          );
        done.add(version.name);
        group = { name: version.name, versions: [] };
      }
      group.versions.push(version);
    }
    before = new Set(page.map(keyOf));
  }
  if (group) yield group;
}
