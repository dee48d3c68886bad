import {
  Scorecard,
  ScorecardPage,
} from '@modelyard/plugin-model-scorecard-common';
import { ReadableRefs } from './readable';

/** A version as the model catalog knows it. */
export interface KnownVersion {
  ref: string;
  version: string;
  digest: string;
  /** Title of the model. */
  title: string;
  owner?: string;
  createdBy?: string;
  /** UTC ISO 8601. */
  createdAt: string;
  aliases: string[];
  /** It is gone from its registry. */
  removed: boolean;
}

/** What to list of the current scorecards. */
export interface ScorecardFilter {
  environment: string;
  verdict?: string;
  gate?: Scorecard['gate']['state'];
  /** Entity ref, or `none`. */
  owner?: string;
  /** Tier, or `none`. */
  tier?: string;
  models?: string[];
  versions?: string[];
  cursor?: string;
  limit: number;
  readable: ReadableRefs;
}

/**
 * Index of the versions under review with their current results; it can be
 * rebuilt from the model catalog and the facts.
 */
export interface SubjectStore {
  get(ref: string, version: string): Promise<KnownVersion | undefined>;
  /** Every version of a model, or of all models. */
  all(ref?: string): Promise<(KnownVersion & { derivedFrom?: string })[]>;
  /** @returns whether anything differs from what was stored */
  put(version: KnownVersion): Promise<boolean>;
  /** Remembers which derived evidence a version has. */
  markDerived(ref: string, version: string, derivedFrom: string): Promise<void>;
  /** Marks as removed what is no longer in the model catalog. */
  remove(ref: string, version: string): Promise<void>;
  list(filter: ScorecardFilter): Promise<ScorecardPage>;
}
