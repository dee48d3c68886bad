import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  ModelRow,
  ModelSource,
  SourceState,
  SyncRun,
} from '@modelyard/plugin-model-catalog-common';
import { ConfiguredSource } from '../config/readSourceConfigs';
import { ModelFilter } from '../database/modelFilter';
import { ModelStore, Snapshot } from '../database/ModelStore';
import { SourceHealthRow } from '../database/rows';
import { RunStore } from '../database/RunStore';
import { nameCaller } from './nameCaller';
import { SyncEngine } from './SyncEngine';
import { stateOf, toSource } from './toSource';

/** Health of each source, by id. */
export type SourceHealth = ReadonlyMap<string, SourceHealthRow>;

/** What {@link SourceDirectory} works with. */
export interface SourceDirectoryOptions {
  models: ModelStore;
  runs: RunStore;
  engine: SyncEngine;
  sources: ConfiguredSource[];
}

/** The configured sources: how they are, and their runs. */
export class SourceDirectory {
  private constructor(private readonly options: SourceDirectoryOptions) {}

  static create(options: SourceDirectoryOptions): SourceDirectory {
    return new SourceDirectory(options);
  }

  /** @param filter - whose models are counted */
  async list(filter: ModelFilter): Promise<{ items: ModelSource[] }> {
    const { models, runs, sources } = this.options;
    const health = await this.getHealth();
    const ofSources = await runs.getRuns();
    const counts = await models.countBySource(filter, this.snapshotOf(health));
    const now = new Date();
    return {
      items: sources.map(source =>
        toSource(source, {
          health: health.get(source.id),
          counts: counts[source.id],
          runs: ofSources.get(source.id),
          now,
        }),
      ),
    };
  }

  /**
   * Starts a run, or gives the one that is going on.
   *
   * @throws ConflictError for removals that a run going on knows no consent to
   */
  async sync(
    id: string,
    request: { acceptRemovals?: boolean },
    credentials: BackstageCredentials,
  ): Promise<{ runId: string }> {
    const { runId, isNew } = await this.options.engine.start(this.find(id), {
      requestedBy: nameCaller(credentials),
      acceptsRemovals: request.acceptRemovals,
    });
    if (request.acceptRemovals && !isNew)
      throw new ConflictError(
        `Source "${id}" is being synced; wait until that run has ended, look at what it holds back, then accept the removals`,
      );
    return { runId };
  }

  async getRun(id: string, runId: string): Promise<SyncRun> {
    const run = await this.options.runs.findRun(this.find(id).id, runId);
    if (!run)
      throw new NotFoundError(
        `No run ${runId} of source "${id}"; only the last ones are kept`,
      );
    return run;
  }

  getHealth(): Promise<SourceHealth> {
    return this.options.runs.getHealth();
  }

  /** How the store stands now, for what is filtered and counted. */
  async getSnapshot(): Promise<Snapshot> {
    return this.snapshotOf(await this.getHealth());
  }

  /** How the store stands by this health. */
  snapshotOf(health: SourceHealth): Snapshot {
    const rows = [...health].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      states: new Map(rows.map(([id, row]) => [id, this.stateOf(id, row)])),
      revision: rows.map(([id, row]) => `${id}=${row.revision}`).join(' '),
    };
  }

  /** The source of a model, as lists show it. */
  describe(id: string, health: SourceHealth): ModelRow['source'] {
    const known = health.get(id);
    const syncedAt = known?.last_success_at;
    return {
      id,
      state: this.stateOf(id, known),
      ...(syncedAt && { syncedAt }),
    };
  }

  private find(id: string): ConfiguredSource {
    const { sources } = this.options;
    const source = sources.find(s => s.id === id);
    if (source) return source;
    throw new NotFoundError(
      `No source "${id}"; configured under modelCatalog.sources are ${
        sources.map(s => s.id).join(', ') || 'none'
      }`,
    );
  }

  private stateOf(
    id: string,
    health: SourceHealthRow | undefined,
  ): SourceState {
    const source = this.options.sources.find(s => s.id === id);
    return stateOf(health, source?.schedule, new Date());
  }
}
