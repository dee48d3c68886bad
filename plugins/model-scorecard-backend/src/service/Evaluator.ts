import {
  CheckPack,
  evaluate,
  Scorecard,
} from '@modelyard/plugin-model-scorecard-common';
import {
  EvaluationStore,
  FactStore,
  VersionFacts,
} from '../database/FactStore';
import { KnownVersion, SubjectStore } from '../database/SubjectStore';

/** Options of {@link Evaluator.create}. */
export interface EvaluatorOptions {
  pack: CheckPack;
  environments: string[];
  facts: FactStore;
  evaluations: EvaluationStore;
  subjects: SubjectStore;
  /** UTC ISO 8601. */
  now: () => string;
}

/** Evaluates versions on their facts, and keeps what changed. */
export class Evaluator {
  private constructor(private readonly options: EvaluatorOptions) {}

  static create(options: EvaluatorOptions): Evaluator {
    return new Evaluator(options);
  }

  /** The scorecard as of now; stores nothing. */
  async scorecardOf(
    version: KnownVersion,
    environment: string,
  ): Promise<{ scorecard: Scorecard; facts: VersionFacts }> {
    const { facts: store } = this.options;
    const facts = await store.factsOf(version.ref, version.version);
    return { scorecard: this.evaluate(version, environment, facts), facts };
  }

  /**
   * Evaluates a version for every configured environment and appends what
   * changed to the history.
   *
   * @returns number of results that changed
   */
  async refresh(version: KnownVersion): Promise<number> {
    const { facts: store, environments, evaluations } = this.options;
    const facts = await store.factsOf(version.ref, version.version);
    let changed = 0;
    for (const environment of environments) {
      const scorecard = this.evaluate(version, environment, facts);
      if (await evaluations.record(scorecard)) changed += 1;
    }
    return changed;
  }

  /** {@link refresh} for every version of a model, or of all models. */
  async refreshAll(ref?: string): Promise<number> {
    let changed = 0;
    for (const version of await this.options.subjects.all(ref))
      if (!version.removed) changed += await this.refresh(version);
    return changed;
  }

  private evaluate(
    { ref, version, digest, createdBy }: KnownVersion,
    environment: string,
    facts: VersionFacts,
  ): Scorecard {
    const { pack, now } = this.options;
    return evaluate({
      ...facts,
      pack,
      environment,
      subject: { ref, version, digest },
      producer: createdBy,
      now: now(),
    });
  }
}
