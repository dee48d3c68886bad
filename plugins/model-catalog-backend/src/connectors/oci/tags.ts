import { SourceVersion } from '@modelyard/plugin-model-catalog-node';

/** A tag and the digest that it stands for. */
export interface TaggedDigest {
  tag: string;
  digest: string;
}

/** Whether a tag names a version: `1`, `v1.2.0`, `2026-11-20-rc1`. Others move. */
export function isVersionTag(tag: string): boolean {
  return /^v?\d[\w.+-]*$/.test(tag);
}

function headOf(
  place: { repository: string; uri: string },
  version: string,
  digest: string,
): SourceVersion {
  return {
    nativeId: `${place.repository}:${version}`,
    version,
    status: 'ready',
    digest: { value: digest, kind: 'manifest' },
    artifacts: [],
    metrics: [],
    params: {},
    datasets: [],
    uri: `${place.uri}@${digest}`,
    extent: 'head',
  };
}

/** Name of a version that no tag names. */
function shortName(digest: string): string {
  return digest.replace(':', '-').slice(0, 'sha256-'.length + 12);
}

/**
 * Versions and aliases of a repository. A tag that begins with a number names a
 * version; any other is an alias of the version with the same digest, which is
 * named by its digest when it has no number.
 */
export function toVersions(
  place: { repository: string; uri: string },
  tags: TaggedDigest[],
): { versions: SourceVersion[]; aliases: Record<string, string> } {
  const named = tags.filter(({ tag }) => isVersionTag(tag));
  const nameOf = new Map<string, string>();
  // The last one wins: of several numbers for one digest the highest in order.
  for (const { tag, digest } of named) nameOf.set(digest, tag);
  const moving = tags.filter(({ tag }) => !isVersionTag(tag));
  const unnamed = new Set(
    moving.map(({ digest }) => digest).filter(digest => !nameOf.has(digest)),
  );
  return {
    versions: [
      ...named.map(({ tag, digest }) => headOf(place, tag, digest)),
      ...[...unnamed].map(digest => headOf(place, shortName(digest), digest)),
    ],
    aliases: Object.fromEntries(
      moving.map(({ tag, digest }) => [
        tag,
        nameOf.get(digest) ?? shortName(digest),
      ]),
    ),
  };
}
