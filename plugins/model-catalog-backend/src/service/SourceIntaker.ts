import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { SourceModel, SourcePage } from '@modelyard/plugin-model-catalog-node';
import { ConfiguredSource } from '../config/readSourceConfigs';
import { ClaimedRun } from '../database/RunStore';
import { SyncStore } from '../database/SyncStore';
import { planPage } from '../domain/planPage';
import { ProblemList } from '../domain/ProblemList';
import { ModelRecord, StoredState } from '../domain/records';
import { settleOwner } from '../domain/settleOwner';
import { PagePlan } from '../domain/syncPlan';
import { normalizePage } from './normalizePage';
import { OwnerDirectory } from './OwnerDirectory';
import { readHeads } from './readHeads';

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

  /**
   * Takes one page in.
   *
   * @param marked - ids of the stored models by their native id
   * @throws when something outside fails; what earlier pages wrote stays
   */
  async takeIn(
    page: SourcePage,
    marked: ReadonlyMap<string, number>,
  ): Promise<TakenPage> {
    const unchanged = page.unchanged ?? [];
    for (const nativeId of unchanged) {
      const id = marked.get(nativeId);
      if (id !== undefined) this.seenModels.add(id);
    }
    this.problems.add(page.problems);
    const models = await this.prepare(page);
    const taken = await this.write(models, page.cursor);
    this.models += models.length + unchanged.length;
    this.cursor = page.cursor;
    return taken;
  }

  private async prepare(page: SourcePage): Promise<ModelRecord[]> {
    const { source, store, signal, owners } = this.options;
    const accepted = page.models.filter(
      model => source.intake.accepts(model.title) && this.isFirst(model),
    );
    const heads = normalizePage(accepted, source.intake);
    const state = accepted.some(hasHeads)
      ? await store.loadState(source.id, heads.models)
      : undefined;
    const whole = await readHeads(source.connector, accepted, {
      isStored: state ? storedVersions(source.id, state) : () => true,
      signal,
    });
    const normalized =
      whole.models === accepted
        ? heads
        : normalizePage(whole.models, source.intake);
    const problems = [...whole.problems, ...normalized.problems];
    this.problems.add(problems);
    const existing = await owners.existing(
      normalized.models.flatMap(model => model.ownerCandidates),
    );
    const unsure = new Set([...page.problems, ...problems].map(p => p.file));
    return normalized.models.map(model =>
      settleOwner(
        unsure.has(model.location) ? { ...model, mark: undefined } : model,
        existing,
      ),
    );
  }

  /** Whether this run meets the model for the first time; listings shift, files repeat. */
  private isFirst(model: SourceModel): boolean {
    const place = this.places.get(model.nativeId);
    if (place === undefined) {
      this.places.set(model.nativeId, model.location);
      return true;
    }
    if (place !== model.location)
      this.problems.add([
        {
          file: model.location,
          field: '/metadata/name',
          message: `"${model.title}" stands in ${place} already; rename one of them`,
        },
      ]);
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
