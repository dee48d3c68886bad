import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Lineage, VersionDetail } from '@modelyard/plugin-model-catalog-common';
import { LineageStore } from '../database/LineageStore';
import { ModelFilter } from '../database/modelFilter';
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

/**
 * Reads where a model comes from and what came of it: one query a level and
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
      const isNew = (ref: string | undefined) =>
        ref !== undefined && !graph.has(ref);
      const refs = [
        ...new Set(
          level.flatMap(m =>
            m.bases.flatMap(({ ref }) => (isNew(ref) && ref ? ref : [])),
          ),
        ),
      ];
      if (step === options.depth) {
        if (refs.length > 0) graph.truncate();
        return;
      }
      const found = await this.options.store.findModels(refs, options.filter);
      for (const model of found) graph.addModel(model);
      for (const model of level)
        for (const base of model.bases)
          if (base.ref) graph.addDerivation(model.ref, base.ref);
      level = found;
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
      if (step === options.depth) {
        if (fresh.length > 0) graph.truncate();
        return;
      }
      for (const model of fresh) graph.addModel(model);
      for (const model of found)
        for (const base of model.bases)
          if (base.ref) graph.addDerivation(model.ref, base.ref);
      level = fresh;
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
