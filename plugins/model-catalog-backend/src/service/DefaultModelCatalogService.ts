import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  Comparison,
  ListModelsQuery,
  ListVersionsQuery,
  ModelFacets,
  ModelPage,
  ModelRow,
  ModelSource,
  SyncRun,
  VersionDetail,
  VersionPage,
} from '@modelyard/plugin-model-catalog-common';
import { ConfiguredSource } from '../config/readSourceConfigs';
import {
  ModelStore,
  ReadableRefs,
  StoredModelRow,
} from '../database/ModelStore';
import { SourceHealthRow } from '../database/rows';
import { RunStore } from '../database/RunStore';
import { compareVersions } from '../domain/compareVersions';
import { sourceState } from '../domain/sourceState';
import { nameCaller } from './nameCaller';
import { SyncEngine } from './SyncEngine';
import { toSource } from './toSource';

/** What {@link DefaultModelCatalogService} works with. */
export interface DefaultModelCatalogServiceOptions {
  models: ModelStore;
  runs: RunStore;
  engine: SyncEngine;
  sources: ConfiguredSource[];
}

/** The model catalog, without a thought for who asks. */
export class DefaultModelCatalogService {
  private constructor(
    private readonly options: DefaultModelCatalogServiceOptions,
  ) {}

  static create(
    options: DefaultModelCatalogServiceOptions,
  ): DefaultModelCatalogService {
    return new DefaultModelCatalogService(options);
  }

  async listModels(
    query: ListModelsQuery,
    readable: ReadableRefs,
  ): Promise<ModelPage> {
    const page = await this.options.models.listModels(query, readable);
    const health = await this.options.runs.getHealth();
    return {
      ...page,
      items: page.items.map(row => this.toModelRow(row, health)),
    };
  }

  getFacets(readable: ReadableRefs): Promise<ModelFacets> {
    return this.options.models.getFacets(readable);
  }

  async getModel(ref: string): Promise<ModelRow> {
    const row = await this.findModel(ref);
    return this.toModelRow(row, await this.options.runs.getHealth());
  }

  async listVersions(
    ref: string,
    query: ListVersionsQuery,
  ): Promise<VersionPage> {
    await this.findModel(ref);
    return this.options.models.listVersions(ref, query);
  }

  async getVersion(ref: string, version: string): Promise<VersionDetail> {
    const detail = await this.options.models.findVersion(ref, version);
    if (detail) return detail;
    const { aliases } = await this.findModel(ref);
    const target = Object.hasOwn(aliases, version)
      ? aliases[version]
      : undefined;
    throw new NotFoundError(
      target === undefined
        ? `No version "${version}" of ${ref}; list its versions to see which there are`
        : `"${version}" is an alias of ${ref} and may move; name the version, now "${target}"`,
    );
  }

  async compareVersions(
    ref: string,
    versions: { left: string; right: string },
  ): Promise<Comparison> {
    const left = await this.getVersion(ref, versions.left);
    const right = await this.getVersion(ref, versions.right);
    return compareVersions(left, right);
  }

  async listSources(): Promise<{ items: ModelSource[] }> {
    const health = await this.options.runs.getHealth();
    const counts = await this.options.runs.getCounts();
    const now = new Date();
    return {
      items: this.options.sources.map(source =>
        toSource(source, {
          health: health.get(source.id),
          counts: counts.get(source.id),
          now,
        }),
      ),
    };
  }

  async syncSource(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<{ runId: string }> {
    return this.options.engine.start(this.findSource(id), {
      requestedBy: nameCaller(credentials),
    });
  }

  async getRun(id: string, runId: string): Promise<SyncRun> {
    const run = await this.options.runs.findRun(this.findSource(id).id, runId);
    if (!run)
      throw new NotFoundError(
        `No run ${runId} of source "${id}"; only the last ones are kept`,
      );
    return run;
  }

  private findSource(id: string): ConfiguredSource {
    const source = this.options.sources.find(s => s.id === id);
    if (source) return source;
    throw new NotFoundError(
      `No source "${id}"; configured under modelCatalog.sources are ${
        this.options.sources.map(s => s.id).join(', ') || 'none'
      }`,
    );
  }

  private async findModel(ref: string): Promise<StoredModelRow> {
    const row = await this.options.models.findModel(ref);
    if (row) return row;
    const { name } = parseEntityRef(ref);
    throw new NotFoundError(
      `No source provides ${ref}; search the models for "${name}", or sync its source`,
    );
  }

  private toModelRow(
    row: StoredModelRow,
    health: Map<string, SourceHealthRow>,
  ): ModelRow {
    const { sourceId, ...model } = row;
    const { last_state: lastState, last_success_at: syncedAt } =
      health.get(sourceId) ?? {};
    const state = sourceState({
      lastState: lastState ?? undefined,
      lastSuccessAt: syncedAt ?? undefined,
      schedule: this.options.sources.find(s => s.id === sourceId)?.schedule,
      now: new Date(),
    });
    return {
      ...model,
      source: { id: sourceId, state, ...(syncedAt && { syncedAt }) },
    };
  }
}
