import { ConflictError } from '@backstage/errors';
import {
  CheckPack,
  evaluate,
  Scorecard,
} from '@modelyard/plugin-model-scorecard-common';
import {
  CurrentResult,
  EvaluationStore,
  FactStore,
  VersionFacts,
} from '../database/FactStore';
import { KnownVersion, SubjectStore } from '../database/SubjectStore';

/** Options of {@link Evaluator.create}. */
export interface EvaluatorOptions {
  /** The check pack in force. */
  pack: () => CheckPack;
  environments: string[];
  facts: FactStore;
  evaluations: EvaluationStore;
  subjects: SubjectStore;
  /** UTC ISO 8601. */
  now: () => string;
  /** Hears which Models have versions that were evaluated again. */
  onEvaluated?: (refs: ReadonlySet<string>) => Promise<void>;
}

const attempts = 10;

/** Versions whose facts are read at once. */
const batchSize = 200;

/** Facts of a version that nobody has told anything about. */
export const noFacts: VersionFacts = {
  evidence: [],
  reviews: [],
  lost: [],
  sequence: 0,
};

/** Versions of one model, at most {@link batchSize}. */
export function* batchesOf(versions: KnownVersion[]): Iterable<KnownVersion[]> {
  const byModel = new Map<string, KnownVersion[]>();
  for (const version of versions) {
    const batch = byModel.get(version.ref) ?? [];
    batch.push(version);
    byModel.set(version.ref, batch);
  }
  for (const all of byModel.values())
    for (let at = 0; at < all.length; at += batchSize)
      yield all.slice(at, at + batchSize);
}

/** Evaluates versions on their facts, and keeps what changed. */
export class Evaluator {
  private constructor(private readonly options: EvaluatorOptions) {}

  static create(options: EvaluatorOptions): Evaluator {
    return new Evaluator(options);
  }

  /** The scorecards as of now, on the same facts; stores nothing. */
  async scorecardsOf(
    version: KnownVersion,
    environments: readonly string[],
  ): Promise<{ scorecards: Scorecard[]; facts: VersionFacts }> {
    const facts = await this.factsOf(version);
    const { pack, now } = this.options;
    const context = { version, facts, pack: pack(), now: now() };
    const scorecards = environments.map(environment =>
      evaluateVersion({ ...context, environment }),
    );
    return { scorecards, facts };
  }

  /**
   * The result in store, if it still holds: nothing it rests on has changed, and
   * no evidence has grown stale since. Evaluates nothing.
   */
  async standingResult(
    { ref, version, digest }: KnownVersion,
    environment: string,
  ): Promise<CurrentResult | undefined> {
    const { evaluations, pack, now } = this.options;
    const result = await evaluations.current(ref, version, environment);
    if (!result || result.packDigest !== pack().digest) return undefined;
    if (result.subjectDigest !== digest) return undefined;
    return result.dueAt !== undefined && result.dueAt <= now()
      ? undefined
      : result;
  }

  /** {@link standingResult}, after an evaluation where there is none; undefined for environments that are not kept. */
  async currentResult(
    version: KnownVersion,
    environment: string,
  ): Promise<CurrentResult | undefined> {
    if (!this.options.environments.includes(environment)) return undefined;
    const standing = await this.standingResult(version, environment);
    if (standing) return standing;
    await this.refresh(version);
    return this.standingResult(version, environment);
  }

  /**
   * Evaluates a version for every configured environment and appends what
   * changed to the history.
   *
   * @returns number of results that changed
   */
  async refresh(version: KnownVersion): Promise<number> {
    return this.refreshAll([version]);
  }

  /** {@link refresh} for many versions. */
  async refreshAll(versions: KnownVersion[]): Promise<number> {
    let changed = 0;
    for (const batch of batchesOf(versions)) {
      const facts = await this.options.facts.factsOf(
        batch[0].ref,
        batch.map(({ version }) => version),
      );
      for (const version of batch)
        changed += await this.record(version, facts.get(version.version));
    }
    await this.options.onEvaluated?.(new Set(versions.map(({ ref }) => ref)));
    return changed;
  }

  /** {@link refresh} for every version of a model. */
  async refreshModel(ref: string): Promise<number> {
    const versions = await this.options.subjects.all(ref);
    return this.refreshAll(versions.filter(({ removed }) => !removed));
  }

  /** {@link refresh} for the versions that another pack, subject or the time made out of date. */
  async refreshOutdated(): Promise<{ evaluated: number; changed: number }> {
    const { evaluations, pack, now } = this.options;
    const versions = await evaluations.outdated(pack().digest, now());
    return {
      evaluated: versions.length,
      changed: await this.refreshAll(versions),
    };
  }

  private async factsOf({ ref, version }: KnownVersion): Promise<VersionFacts> {
    const facts = await this.options.facts.factsOf(ref, [version]);
    return facts.get(version) ?? noFacts;
  }

  /** Evaluates again, at most a few times, while facts come in meanwhile. */
  private async record(
    version: KnownVersion,
    given: VersionFacts = noFacts,
  ): Promise<number> {
    let facts = given;
    for (let attempt = 1; ; attempt += 1) {
      const changed = await this.recordOnce(version, facts);
      if (changed !== 'outdated') return changed;
      if (attempt === attempts)
        throw new ConflictError(
          `Facts about ${version.ref} ${version.version} keep coming in; it is evaluated again later`,
        );
      facts = await this.factsOf(version);
    }
  }

  private async recordOnce(version: KnownVersion, facts: VersionFacts) {
    const { evaluations, environments, pack, now } = this.options;
    const context = { version, facts, pack: pack(), now: now() };
    const basis = { producer: version.createdBy, sequence: facts.sequence };
    let changed = 0;
    for (const environment of environments) {
      const scorecard = evaluateVersion({ ...context, environment });
      const recorded = await evaluations.record(scorecard, basis);
      if (recorded === 'outdated') return recorded;
      if (recorded) changed += 1;
    }
    return changed;
  }
}

/** Evaluates one version on its facts, with any pack. */
export function evaluateVersion(options: {
  version: KnownVersion;
  environment: string;
  facts: VersionFacts;
  pack: CheckPack;
  now: string;
}): Scorecard {
  const { version, environment, facts, pack, now } = options;
  const { ref, digest, createdBy } = version;
  return evaluate({
    ...facts,
    pack,
    environment,
    now,
    subject: { ref, version: version.version, digest },
    producer: createdBy,
  });
}
