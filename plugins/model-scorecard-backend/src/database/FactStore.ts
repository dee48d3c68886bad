import {
  LostRecord,
  Registration,
  Review,
  Scorecard,
  StoredEvidence,
} from '@modelyard/plugin-model-scorecard-common';
import { KnownVersion } from './SubjectStore';

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
  /** Of evidence; reviews have none. */
  kind?: string;
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
  /** What was entered into the audit chain and can't be shown any more. */
  lost: LostRecord[];
  /** How far the audit chain had come when they were read. */
  sequence: number;
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
  /** The registration of a model that is in force. */
  registrationOf(ref: string): Promise<Registration | undefined>;
  /** What is known about some versions of a model, by version. */
  factsOf(ref: string, versions: string[]): Promise<Map<string, VersionFacts>>;
  /** Reads a setting; writes the default when there is none. First writer wins. */
  setting(key: string, value: () => string): Promise<string>;
}

/** Where results are kept: the history, and the latest for lists. */
export interface EvaluationStore {
  /**
   * Appends the scorecard to the history, with what changed and why, if its
   * result differs from the latest of its version and environment.
   *
   * @returns whether it did; `outdated` when facts came in since those that it
   * rests on were read, so that it must be evaluated again
   */
  record(
    scorecard: Scorecard,
    basis: EvaluationBasis,
  ): Promise<boolean | 'outdated'>;
  /** The latest result of a version and environment. */
  current(
    ref: string,
    version: string,
    environment: string,
  ): Promise<CurrentResult | undefined>;
  /** Versions whose results another pack, another subject or time made out of date. */
  outdated(packDigest: string, now: string): Promise<KnownVersion[]>;
}

/** What a result rests on besides the pack and the version's digest. */
export interface EvaluationBasis {
  /** Entity ref of who made the version. */
  producer?: string;
  /** Of the facts, see {@link VersionFacts}. */
  sequence: number;
}

/** Where the latest result of a version and environment stands. */
export interface CurrentResult {
  evaluationId: string;
  sequence: number;
  packDigest: string;
  subjectDigest: string;
  /** When time alone may change it, UTC ISO 8601. */
  dueAt?: string;
}
