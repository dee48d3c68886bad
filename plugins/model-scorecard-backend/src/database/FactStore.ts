import {
  Registration,
  Review,
  Scorecard,
  StoredEvidence,
} from '@modelyard/plugin-model-scorecard-common';

/** A page of facts. */
export interface FactPage<TFact> {
  items: TFact[];
  nextCursor?: string;
  totalItems: number;
}

/** What to list of the facts of a model. */
export interface FactFilter {
  model: string;
  version?: string;
  cursor?: string;
  limit: number;
}

/** Who or what hands in a fact: an entity ref, or the name of a service. */
export interface Origin {
  actor: string;
  /** UTC ISO 8601. */
  at: string;
}

/** Everything known about one version that an evaluation reads. */
export interface VersionFacts {
  evidence: StoredEvidence[];
  reviews: Review[];
  tier?: Registration;
}

/**
 * The append-only store of what scorecards rest on. Every `add` also appends to
 * the audit chain of the model, in one transaction.
 */
export interface FactStore {
  /** Adds records that came in one document; `known` when all were there before. */
  addEvidence(
    records: StoredEvidence[],
    origin: Origin,
  ): Promise<{ known: boolean; records: StoredEvidence[] }>;
  getEvidence(id: string): Promise<StoredEvidence | undefined>;
  listEvidence(filter: FactFilter): Promise<FactPage<StoredEvidence>>;
  /** Does nothing when a review of this id is there. */
  addReview(review: Review, origin: Origin): Promise<void>;
  getReview(id: string): Promise<Review | undefined>;
  listReviews(filter: FactFilter): Promise<FactPage<Review>>;
  /** Does nothing when a registration of this id is there. */
  addRegistration(registration: Registration, origin: Origin): Promise<void>;
  getRegistration(id: string): Promise<Registration | undefined>;
  factsOf(ref: string, version: string): Promise<VersionFacts>;
  /** Reads a setting; writes the default when there is none. First writer wins. */
  setting(key: string, value: () => string): Promise<string>;
}

/** Where results are kept: the history, and the latest for lists. */
export interface EvaluationStore {
  /**
   * Appends the scorecard to the history if its result differs from the latest
   * of its version and environment.
   *
   * @returns whether it did
   */
  record(scorecard: Scorecard): Promise<boolean>;
}
