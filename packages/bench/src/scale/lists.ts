import {
  ListModelsQuery,
  ModelCatalogApi,
  PluginApiRequestOptions,
} from '@modelyard/plugin-model-catalog-common';
import { BenchSize, teamOf, wordOf } from '../sync/benchSource';

/** A catalog of some size, and where pages in the middle of it begin. */
export interface Scaled {
  models: ModelCatalogApi;
  size: BenchSize;
  /** Of the list of models by name, after half of them. */
  middle: string | undefined;
  token: string;
}

/** One question, asked each round for something else. */
export type Ask = (
  scaled: Scaled,
  round: number,
  options: PluginApiRequestOptions,
) => Promise<unknown>;

/** A model of the catalog that differs by round; not one that is gone later. */
function indexOf({ size }: Scaled, round: number): number {
  const index = (round * 7919) % size.models;
  return index % 50 === 49 ? index - 1 : index;
}

const nameOf = (scaled: Scaled, round: number) =>
  `model:default/${['fraud', 'churn', 'demand', 'credit', 'defects', 'routing'][indexOf(scaled, round) % 6]}-of-${wordOf(indexOf(scaled, round))}`;

/** A model of which an alias has moved. */
const movedNameOf = (scaled: Scaled, round: number) =>
  nameOf(scaled, round * 10);

/** One of some, in turns. */
const oneOf = <T>(some: T[], round: number): T => some[round % some.length];

/** A third of all models has each of these. */
const byThirds: Record<string, ListModelsQuery[]> = {
  task: [{ task: 'tabular-classification' }, { task: 'text-generation' }],
  lifecycle: [{ lifecycle: 'production' }, { lifecycle: 'experimental' }],
  licence: [{ license: 'Apache-2.0' }, { license: 'MIT' }],
  tier: [{ tier: 'high' }, { tier: 'limited' }],
};

/** One filter at a time. */
const filtered: Record<string, Ask> = Object.fromEntries(
  Object.entries(byThirds).map(([what, queries]): [string, Ask] => [
    `models of one ${what}`,
    ({ models }, round, options) =>
      models.listModels({ ...oneOf(queries, round), limit: 30 }, options),
  ]),
);

/**
 * What people and programs ask the catalog, by what it is called in the table.
 * Where the smaller catalog has less than a page, the page is cut to what it has,
 * so that both answer with as much.
 */
export const lists: Record<string, Ask> = {
  'models by name': ({ models }, _round, options) =>
    models.listModels({}, options),
  'models, newest first': ({ models }, _round, options) =>
    models.listModels({ sort: '-latest' }, options),
  'models by tier': ({ models }, _round, options) =>
    models.listModels({ sort: 'tier' }, options),
  'models by owner': ({ models }, round, options) =>
    models.listModels({ sort: oneOf(['owner', '-owner'], round) }, options),
  'models by task': ({ models }, round, options) =>
    models.listModels({ sort: oneOf(['task', '-task'], round) }, options),
  'models from the middle on': ({ models, middle }, _round, options) =>
    models.listModels({ cursor: middle }, options),
  'models of one owner': ({ models }, round, options) =>
    models.listModels({ owner: teamOf(round), limit: 4 }, options),
  'models of one owner, newest first': ({ models }, round, options) =>
    models.listModels(
      { owner: teamOf(round), sort: '-latest', limit: 4 },
      options,
    ),
  ...filtered,
  'models of one source': ({ models }, _round, options) =>
    models.listModels({ source: 'bench' }, options),
  'models of fresh sources': ({ models }, _round, options) =>
    models.listModels({ freshness: 'fresh' }, options),
  'models with a frequent alias': ({ models }, _round, options) =>
    models.listModels({ alias: 'champion' }, options),
  'models with a rare alias': ({ models }, _round, options) =>
    models.listModels({ alias: 'shadow', limit: 9 }, options),
  'models, removed ones too': ({ models }, _round, options) =>
    models.listModels({ removed: true }, options),
  'models, removed ones too, newest first': ({ models }, _round, options) =>
    models.listModels({ removed: true, sort: '-latest' }, options),
  'models of one task, removed ones too': ({ models }, round, options) =>
    models.listModels(
      { ...oneOf(byThirds.task, round), removed: true, limit: 30 },
      options,
    ),
  'models by three filters': ({ models }, round, options) =>
    models.listModels(
      {
        tier: oneOf(['high', 'limited'], round),
        license: oneOf(['Apache-2.0', 'MIT'], round),
        alias: 'champion',
        sort: '-name',
        limit: 20,
      },
      options,
    ),
  'search for a name': (scaled, round, options) =>
    scaled.models.listModels({ q: wordOf(indexOf(scaled, round)) }, options),
  'search for a frequent word': ({ models }, round, options) =>
    models.listModels(
      { q: oneOf(['fraud', 'churn', 'demand'], round), limit: 15 },
      options,
    ),
  'models without owner': ({ models }, _round, options) =>
    models.listModels({ owner: 'none' }, options),
  'facets of a search': (scaled, round, options) =>
    scaled.models.getModelFacets(
      { q: wordOf(indexOf(scaled, round)) },
      options,
    ),
  facets: ({ models }, _round, options) => models.getModelFacets({}, options),
  'one model': (scaled, round, options) =>
    scaled.models.getModel(nameOf(scaled, round), options),
  'history of aliases': (scaled, round, options) =>
    scaled.models.listAliases(movedNameOf(scaled, round), {}, options),
  'versions of a model, oldest first': (scaled, round, options) =>
    scaled.models.listVersions(
      nameOf(scaled, round),
      { sort: 'createdAt', limit: 10 },
      options,
    ),
  'versions of a model': (scaled, round, options) =>
    scaled.models.listVersions(nameOf(scaled, round), {}, options),
  'one version': (scaled, round, options) =>
    scaled.models.getVersion(nameOf(scaled, round), '3', options),
  'comparison of two versions': (scaled, round, options) =>
    scaled.models.compareVersions(
      nameOf(scaled, round),
      { left: '3', right: '4' },
      options,
    ),
  'links of a model': (scaled, round, options) =>
    scaled.models.listLinks(nameOf(scaled, round), options),
  'lineage of a model': (scaled, round, options) =>
    scaled.models.getLineage(nameOf(scaled, round), {}, options),
  removals: ({ models }, _round, options) =>
    models.listRemovals({ limit: 5 }, options),
  'removals of one source': ({ models }, _round, options) =>
    models.listRemovals({ source: 'bench', limit: 5 }, options),
  conflicts: ({ models }, _round, options) =>
    models.listConflicts({ limit: 2 }, options),
  'conflicts of one source': ({ models }, _round, options) =>
    models.listConflicts({ source: 'bench', limit: 2 }, options),
  collisions: ({ models }, _round, options) =>
    models.listCollisions({}, options),
  'health of sources': ({ models }, _round, options) =>
    models.listSources(options),
};
