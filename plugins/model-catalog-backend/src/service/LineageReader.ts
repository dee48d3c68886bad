import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Lineage, VersionDetail } from '@modelyard/plugin-model-catalog-common';
import { LineageStore } from '../database/LineageStore';
import { isUnfiltered, ModelFilter } from '../database/modelFilter';
import { LineageGraph, LineageModel, mostNodes } from '../domain/lineage';

/** What {@link LineageReader} works with. */
export interface LineageReaderOptions {
  store: LineageStore;
  catalog: Pick<CatalogService, 'getEntities'>;
}

/** What a lineage starts from. */
export interface LineageRequest {
  ref: string;
  version?: VersionDetail;
  /** Steps from the model, up and down. */
  depth: number;
  filter: ModelFilter;
  credentials: BackstageCredentials;
}

/** Models that are a step too far: none of them goes into the graph. */
function leaveOut(graph: LineageGraph, models: LineageModel[]): [] {
  if (models.length > 0) graph.truncate();
  return [];
}

/** Connects models to what they were made from, as far as the graph holds both. */
function connect(graph: LineageGraph, models: LineageModel[]): void {
  for (const model of models)
    for (const { ref } of model.bases)
      if (ref) graph.addDerivation(model.ref, ref);
}

/** Shows base models that no source has, by their refs. */
function nameMissing(
  graph: LineageGraph,
  models: LineageModel[],
  found: LineageModel[],
): void {
  const known = new Set(found.map(({ ref }) => ref));
  for (const model of models)
    for (const { ref } of model.bases)
      if (ref && !known.has(ref) && !graph.has(ref))
        graph.addExternal(model.ref, ref);
}

/**
 * Reads where a model comes from and what came of it: one look a level and
 * direction. What the caller may not read is left out as if it did not exist.
 */
export class LineageReader {
  private constructor(private readonly options: LineageReaderOptions) {}

  static create(options: LineageReaderOptions): LineageReader {
    return new LineageReader(options);
  }

  async read(request: LineageRequest): Promise<Lineage> {
    const { ref, version, depth, filter } = request;
    const graph = new LineageGraph();
    const roots = await this.options.store.findModels([ref], filter);
    for (const root of roots) graph.addModel(root);
    if (version) graph.addVersion(ref, version);
    await this.climb(graph, roots, { depth, filter });
    await this.descend(graph, roots, { depth, filter });
    await this.addServices(graph, request);
    return graph.toLineage();
  }

  /** Base models, and theirs. */
  private async climb(
    graph: LineageGraph,
    roots: LineageModel[],
    options: { depth: number; filter: ModelFilter },
  ): Promise<void> {
    let level = roots;
    for (let step = 0; level.length > 0; step += 1) {
      const refs = level.flatMap(model =>
        model.bases.flatMap(({ ref }) => (ref && !graph.has(ref) ? ref : [])),
      );
      const found = await this.options.store.findModels(
        [...new Set(refs)],
        options.filter,
      );
      const next = step < options.depth ? found : leaveOut(graph, found);
      for (const model of next) graph.addModel(model);
      // To anybody else, what is missing could be told from what is hidden.
      if (isUnfiltered(options.filter)) nameMissing(graph, level, found);
      connect(graph, level);
      level = next;
    }
  }

  /** Models made from these, and from those. */
  private async descend(
    graph: LineageGraph,
    roots: LineageModel[],
    options: { depth: number; filter: ModelFilter },
  ): Promise<void> {
    let level = roots;
    for (let step = 0; level.length > 0; step += 1) {
      const found = await this.options.store.findDerived(level, {
        filter: options.filter,
        most: mostNodes + 1,
      });
      const fresh = found.filter(model => !graph.has(model.ref));
      const next = step < options.depth ? fresh : leaveOut(graph, fresh);
      for (const model of next) graph.addModel(model);
      connect(graph, found);
      level = next;
    }
  }

  private async addServices(
    graph: LineageGraph,
    { ref, credentials }: LineageRequest,
  ): Promise<void> {
    const { items } = await this.options.catalog.getEntities(
      {
        filter: {
          kind: 'component',
          'spec.type': 'inference-service',
          'relations.dependson': ref,
        },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
        ],
        limit: mostNodes,
      },
      { credentials },
    );
    for (const entity of items)
      graph.addService(
        {
          ref: stringifyEntityRef(entity),
          title: entity.metadata.title ?? entity.metadata.name,
        },
        ref,
      );
  }
}
