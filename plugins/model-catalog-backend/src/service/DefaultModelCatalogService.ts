import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  AliasHistoryEntry,
  Comparison,
  Lineage,
  LineageQuery,
  ListModelsQuery,
  ListVersionsQuery,
  ModelFacets,
  ModelFacetsQuery,
  ModelPage,
  ModelRow,
  ModelSource,
  SourceState,
  SyncRun,
  VersionDetail,
  VersionPage,
} from '@modelyard/plugin-model-catalog-common';
import { ConfiguredSource } from '../config/readSourceConfigs';
import { ModelFilter } from '../database/modelFilter';
import {
  ModelStore,
  SourceStates,
  StoredModelRow,
} from '../database/ModelStore';
import { SourceHealthRow } from '../database/rows';
import { RunStore } from '../database/RunStore';
import { compareVersions } from '../domain/compareVersions';
import { MlBom, toMlBom } from '../domain/mlBom';
import { sourceState } from '../domain/sourceState';
import { LineageReader } from './LineageReader';
import { nameCaller } from './nameCaller';
import { SyncEngine } from './SyncEngine';
import { toSource } from './toSource';

const defaultDepth = 3;

/** One version, by its model and name. */
export interface VersionAddress {
  ref: string;
  version: string;
}

/** What {@link DefaultModelCatalogService} works with. */
export interface DefaultModelCatalogServiceOptions {
  models: ModelStore;
  runs: RunStore;
  engine: SyncEngine;
  lineage: LineageReader;
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
    filter: ModelFilter,
  ): Promise<ModelPage> {
    const health = await this.options.runs.getHealth();
    const states = this.statesOf(health);
    const page = await this.options.models.listModels(query, filter, states);
    return {
      ...page,
      items: page.items.map(row => this.toModelRow(row, health)),
    };
  }

  async getFacets(
    query: ModelFacetsQuery,
    filter: ModelFilter,
  ): Promise<ModelFacets> {
    const states = this.statesOf(await this.options.runs.getHealth());
    return this.options.models.getFacets(query, filter, states);
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
    left: VersionAddress,
    right: VersionAddress,
  ): Promise<Comparison> {
    const read = async ({ ref, version }: VersionAddress) => ({
      model: await this.findModel(ref),
      version: await this.getVersion(ref, version),
    });
    return compareVersions(await read(left), await read(right));
  }

  async listAliases(ref: string): Promise<{ items: AliasHistoryEntry[] }> {
    await this.findModel(ref);
    return { items: await this.options.models.listAliases(ref) };
  }

  async getLineage(
    ref: string,
    query: LineageQuery,
    caller: { filter: ModelFilter; credentials: BackstageCredentials },
  ): Promise<Lineage> {
    await this.findModel(ref);
    const version =
      query.version === undefined
        ? undefined
        : await this.getVersion(ref, query.version);
    const depth = query.depth ?? defaultDepth;
    return this.options.lineage.read({ ref, version, depth, ...caller });
  }

  async getMlBom(ref: string, version: string): Promise<MlBom> {
    const detail = await this.getVersion(ref, version);
    return toMlBom(await this.getModel(ref), detail);
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
    request: { acceptRemovals?: boolean },
    credentials: BackstageCredentials,
  ): Promise<{ runId: string }> {
    return this.options.engine.start(this.findSource(id), {
      requestedBy: nameCaller(credentials),
      acceptsRemovals: request.acceptRemovals,
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
    const known = health.get(sourceId);
    const syncedAt = known?.last_success_at;
    return {
      ...model,
      source: {
        id: sourceId,
        state: this.stateOf(sourceId, known),
        ...(syncedAt && { syncedAt }),
      },
    };
  }

  private statesOf(health: Map<string, SourceHealthRow>): SourceStates {
    return new Map([...health].map(([id, row]) => [id, this.stateOf(id, row)]));
  }

  private stateOf(
    id: string,
    health: SourceHealthRow | undefined,
  ): SourceState {
    return sourceState({
      lastState: health?.last_state ?? undefined,
      lastSuccessAt: health?.last_success_at ?? undefined,
      schedule: this.options.sources.find(s => s.id === id)?.schedule,
      now: new Date(),
    });
  }
}
