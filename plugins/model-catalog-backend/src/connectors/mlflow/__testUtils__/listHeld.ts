import {
  ModelRow,
  namesSecret,
  removedSecret,
  VersionDetail,
  VersionRow,
} from '@modelyard/plugin-model-catalog-common';
import { labelTags } from '../../../domain/labels';
import { ListedModel } from './mlflowServer';

interface Query {
  limit: number;
  cursor?: string;
}

interface Page<T> {
  items: T[];
  nextCursor?: string;
}

/** Whoever tells what is held: a store, or a portal. */
export interface Holder {
  listModels(query: Query): Promise<Page<Omit<ModelRow, 'source'>>>;
  listVersions(ref: string, query: Query): Promise<Page<VersionRow>>;
  getVersion(ref: string, version: string): Promise<VersionDetail>;
}

/** A model in the form in which both sides are compared. */
export interface HeldModel extends Omit<ListedModel, 'tags'> {
  /** Sorted. */
  tags: string[];
}

async function readPages<T>(read: (query: Query) => Promise<Page<T>>) {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<T> = await read({ limit: 50, cursor });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return items;
}

function toListed(detail: VersionDetail): ListedModel['versions'][string] {
  return {
    source: detail.source.uri ?? '',
    createdAt: Date.parse(detail.createdAt),
    description: detail.card?.text ?? '',
    stage: detail.stage ?? 'None',
    status: detail.status.toUpperCase(),
    runId: /\/runs\/(\w+)$/.exec(detail.run?.url ?? '')?.[1] ?? '',
    tags: detail.labels ?? {},
    metrics: Object.fromEntries(detail.metrics.map(m => [m.name, m.value])),
    params: detail.params,
    datasets: Object.fromEntries(
      detail.datasets.map(({ name, digest }) => [name, digest ?? '']),
    ),
  };
}

/** Everything that is held and not removed, by title. */
export async function listHeld(
  holder: Holder,
): Promise<Record<string, HeldModel>> {
  const held: Record<string, HeldModel> = {};
  for (const row of await readPages(query => holder.listModels(query))) {
    const rows = await readPages(query => holder.listVersions(row.ref, query));
    const details = await Promise.all(
      rows
        .filter(({ tombstone }) => !tombstone)
        .map(({ version }) => holder.getVersion(row.ref, version)),
    );
    held[row.title] = {
      description: row.description ?? '',
      aliases: row.aliases,
      tags: [...(row.tags ?? [])].sort(),
      versions: Object.fromEntries(
        details.map(detail => [detail.version, toListed(detail)]),
      ),
    };
  }
  return held;
}

function withoutSecrets(params: Record<string, string>) {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      namesSecret(key) ? removedSecret : value,
    ]),
  );
}

/** What has to be held of what MLflow's own client lists. */
export function expectHeld(
  listed: Record<string, ListedModel>,
): Record<string, HeldModel> {
  return Object.fromEntries(
    Object.entries(listed).map(([title, model]) => [
      title,
      {
        ...model,
        tags: labelTags(model.tags).sort(),
        versions: Object.fromEntries(
          Object.entries(model.versions).map(([number, version]) => [
            number,
            { ...version, params: withoutSecrets(version.params) },
          ]),
        ),
      },
    ]),
  );
}
