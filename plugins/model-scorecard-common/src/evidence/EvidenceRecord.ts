/**
 * How much is known about who made a record: `signed` by a configured producer's
 * key, `oidc` by the identity of a pipeline, `manual` otherwise.
 *
 * @public
 */
export type EvidenceTrust = 'signed' | 'oidc' | 'manual';

/**
 * A confidence interval of a metric.
 *
 * @public
 */
export interface EvidenceInterval {
  low: number;
  high: number;
  /** Such as 0.95. */
  level?: number;
  /** Such as `bootstrap`. */
  method?: string;
}

/**
 * The group that a metric was measured on.
 *
 * @public
 */
export interface EvidenceSlice {
  attr?: string;
  group?: string;
  /** Group that it is compared with. */
  ref?: string;
  /** Size of the group. */
  n?: number;
  /** Size of the group that it is compared with. */
  nRef?: number;
}

/**
 * One measured number; always finite.
 *
 * @public
 */
export interface EvidenceMetric {
  key: string;
  value: number;
  n?: number;
  ci?: EvidenceInterval;
  slice?: EvidenceSlice;
  /** The value of every row, from which an interval is computed; not kept. */
  samples?: number[];
}

/**
 * A fact that is not a measured number.
 *
 * @public
 */
export type EvidenceClaim = string | number | boolean | string[];

/**
 * What every format of evidence is turned into, before it has an identity.
 * Times are UTC ISO 8601.
 *
 * @public
 */
export interface CanonicalRecord {
  subject?: { ref: string; version: string; digest: string };
  kind: string;
  format: string;
  tool: { name: string; version: string };
  producedAt: string;
  producer?: {
    issuer?: string;
    sub?: string;
    runUrl?: string;
    commit?: string;
    name?: string;
  };
  dataset?: { name: string; digest?: string; split?: string; n?: number };
  metrics: EvidenceMetric[];
  claims?: Record<string, EvidenceClaim>;
  raw?: { uri?: string; digest: string };
}

/**
 * A canonical record as checks see it: with an id, bound to a digest.
 *
 * @public
 */
export interface EvidenceRecord extends CanonicalRecord {
  id: string;
  subject: { ref: string; version: string; digest: string };
  trust: EvidenceTrust;
  /** False when the report was readable but proves nothing. */
  usable: boolean;
  /** Why it proves nothing. */
  problems: string[];
  /** Of a version or schema that its format does not know. */
  invalid?: boolean;
  /** Example data whose dates were moved. */
  redated?: boolean;
}
