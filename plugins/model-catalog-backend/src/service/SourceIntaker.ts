import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import {
  SourceModel,
  SourcePage,
  SourceProblem,
} from '@modelyard/plugin-model-catalog-node';
import { ConfiguredSource } from '../config/readSourceConfigs';
import { ClaimedRun } from '../database/RunStore';
import { SyncStore } from '../database/SyncStore';
import { planPage } from '../domain/planPage';
import { ProblemList } from '../domain/ProblemList';
import { ModelRecord, StoredState } from '../domain/records';
import { settleOwner } from '../domain/settleOwner';
import { PagePlan } from '../domain/syncPlan';
import { NormalizedPage, normalizePage } from './normalizePage';
import { OwnerDirectory } from './OwnerDirectory';
import { readHeads } from './readHeads';
import { RunFigures } from './SyncReporter';

/** Times that a page is compared anew because another source took a name meanwhile. */
const mostTries = 4;

/** What {@link SourceIntaker} works with. */
export interface SourceIntakerOptions {
  source: ConfiguredSource;
  run: ClaimedRun;
  store: SyncStore;
  owners: OwnerDirectory;
  /** Ids of every configured source. */
  sourceIds: ReadonlySet<string>;
  signal: AbortSignal;
}

/** A page that is ready to be written. */
export interface PreparedPage {
  models: ModelRecord[];
  problems: SourceProblem[];
  /** Native ids of models that are as they were. */
  unchanged: string[];
  cursor: string | undefined;
}

/** What one page came to. */
export interface TakenPage {
  plan: PagePlan;
  written: number;
}

/** Takes the pages of one source into the store, and knows what it has seen. */
export class SourceIntaker {
  /** Ids of the stored models that the source has listed. */
  readonly seenModels = new Set<number>();
  readonly missingVersions: number[] = [];
  readonly problems = new ProblemList();
  models = 0;
  written = 0;
  /** Where a run that is cut off now can go on. */
  cursor: string | undefined;

  private readonly places = new Map<string, string>();
  private readonly repeated: SourceProblem[] = [];

  private constructor(private readonly options: SourceIntakerOptions) {}

  static create(options: SourceIntakerOptions): SourceIntaker {
    return new SourceIntaker(options);
  }

  /** Ends the run. */
  get signal(): AbortSignal {
    return this.options.signal;
  }

  /** Whether everything that the source has listed could be read. */
  get isComplete(): boolean {
    return this.problems.errorCount === 0;
  }

  /** What the run has come to so far. */
  get figures(): RunFigures {
    const { id: runId, startedAt } = this.options.run;
    return {
      runId,
      durationMs: Date.now() - startedAt.getTime(),
      models: this.models,
      written: this.written,
      problems: this.problems.count,
    };
  }

  /**
   * Makes a page ready to be written: reads what its heads leave out, finds owners.
   * May run while the page before is being written.
   *
   * @throws when something outside fails
   */
  async prepare(page: SourcePage): Promise<PreparedPage> {
    const { source, owners } = this.options;
    const first = page.models.filter(
      model => source.intake.accepts(model.title) && this.isFirst(model),
    );
    const { models, problems } = await this.readWhole(first);
    const existing = await owners.existing(
      models.flatMap(model => model.ownerCandidates),
    );
    const repeated = this.repeated.splice(0);
    const unsure = new Set([...page.problems, ...problems].map(p => p.file));
    return {
      problems: [...page.problems, ...repeated, ...problems],
      unchanged: page.unchanged ?? [],
      cursor: page.cursor,
      models: models.map(model =>
        settleOwner(
          unsure.has(model.location) ? { ...model, mark: undefined } : model,
          existing,
        ),
      ),
    };
  }

  /**
   * Takes one page in.
   *
   * @param marked - ids of the stored models by their native id
   * @throws when something outside fails; what earlier pages wrote stays
   */
  async takeIn(
    page: PreparedPage,
    marked: ReadonlyMap<string, number>,
  ): Promise<TakenPage> {
    for (const nativeId of page.unchanged) {
      const id = marked.get(nativeId);
      if (id !== undefined) this.seenModels.add(id);
    }
    this.problems.add(page.problems);
    const taken = await this.write(page.models, page.cursor);
    this.models += page.models.length + page.unchanged.length;
    this.cursor = page.cursor;
    return taken;
  }

  private async readWhole(models: SourceModel[]): Promise<NormalizedPage> {
    const { source, store, signal } = this.options;
    const heads = await normalizePage(models, source.intake);
    const state = models.some(hasHeads)
      ? await store.loadState(source.id, heads.models)
      : undefined;
    const whole = await readHeads(source.connector, models, {
      isStored: state ? storedVersions(source.id, state) : () => true,
      signal,
    });
    const normalized =
      whole.models === models
        ? heads
        : await normalizePage(whole.models, source.intake);
    return {
      models: normalized.models,
      problems: [...whole.problems, ...normalized.problems],
    };
  }

  /** Whether this run meets the model for the first time; listings shift, files repeat. */
  private isFirst(model: SourceModel): boolean {
    const place = this.places.get(model.nativeId);
    if (place === undefined) {
      this.places.set(model.nativeId, model.location);
      return true;
    }
    if (place !== model.location)
      this.repeated.push({
        file: model.location,
        field: '/metadata/name',
        message: `"${model.title}" stands in ${place} already; rename one of them`,
      });
    return false;
  }

  private async write(
    models: ModelRecord[],
    cursor: string | undefined,
  ): Promise<TakenPage> {
    const { source, run, store, sourceIds } = this.options;
    for (let tries = 1; ; tries += 1) {
      const plan = planPage({
        sourceId: source.id,
        models,
        stored: await store.loadState(source.id, models),
        configuredSources: sourceIds,
      });
      try {
        const { written, modelIds } = await store.apply(plan, run, cursor);
        this.remember(plan, modelIds);
        this.written += written;
        return { plan, written };
      } catch (error) {
        if (!isDatabaseConflictError(error) || tries === mostTries) throw error;
      }
    }
  }

  private remember(plan: PagePlan, modelIds: number[]) {
    for (const id of [...plan.seenModels, ...modelIds]) this.seenModels.add(id);
    for (const { versionId } of plan.missing)
      this.missingVersions.push(versionId);
    this.problems.add(plan.problems);
  }
}

function hasHeads(model: SourceModel): boolean {
  return model.versions.some(version => version.extent === 'head');
}

function storedVersions(sourceId: string, state: StoredState) {
  const idOf = new Map(
    state.models
      .filter(model => model.sourceId === sourceId)
      .map(model => [model.nativeId, model.id]),
  );
  const known = new Set(
    state.versions.map(version => `${version.modelId}/${version.version}`),
  );
  return (model: SourceModel, version: { version: string }) =>
    known.has(`${idOf.get(model.nativeId)}/${version.version}`);
}
