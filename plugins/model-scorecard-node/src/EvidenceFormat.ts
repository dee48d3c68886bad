import {
  CanonicalRecord,
  FieldProblem,
} from '@modelyard/plugin-model-scorecard-common';

/**
 * A report as it came in.
 *
 * @public
 */
export interface RawReport {
  /** Parsed JSON, or the text when the report is not JSON. */
  document: unknown;
  /**
   * When the report was made, as its sender says; UTC ISO 8601. For formats
   * whose documents don't say it themselves.
   */
  producedAt?: string;
}

/**
 * One canonical record of a report, and why it proves nothing if so.
 *
 * @public
 */
export interface AdaptedRecord {
  record: CanonicalRecord;
  /** Empty when the record is usable. */
  problems: string[];
}

/**
 * Outcome of {@link EvidenceFormat.adapt}. A report that can't be believed at all
 * is refused with JSON Pointers into the document; one that is readable but
 * proves nothing is accepted with problems.
 *
 * @public
 */
export type AdaptedReport =
  | { ok: true; records: AdaptedRecord[] }
  | { ok: false; problems: FieldProblem[] };

/**
 * Turns the documents of one tool into canonical records. Both functions are
 * pure: no I/O, no clock.
 *
 * @public
 */
export interface EvidenceFormat {
  /** What `format` says in a request, such as `trivy`. */
  id: string;
  /** For people. */
  title: string;
  /** Whether a document is of this format, for `auto`. Exactly one may say yes. */
  detect(document: unknown): boolean;
  adapt(report: RawReport): AdaptedReport;
}
