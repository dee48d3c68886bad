import { CanonicalRecord } from '../evidence/EvidenceRecord';
import { FieldProblem } from '../json/jsonPointer';

/**
 * What the sender of a report says of it, because tools don't: reports rarely
 * name their dataset, the compared groups or the target. Whatever the document
 * itself says comes before it.
 *
 * @public
 */
export interface DeclaredContext {
  /** Version of the tool, for documents that don't name it. */
  toolVersion?: string;
  dataset?: { name: string; digest?: string; split?: string; n?: number };
  /** Attribute whose groups were compared, such as `sex`. */
  attribute?: string;
  /** Group that the others are compared with, such as `M`. */
  reference?: string;
  /** Compared group, where a document knows only two groups without names. */
  group?: string;
  /** The metric that the target is for. */
  primary?: string;
  target?: number;
  higherIsBetter?: boolean;
  /** Age of the scanner's database: when it was built, UTC ISO 8601. */
  databaseAt?: string;
  /** Features that stand for a protected attribute; `['none']` when there are none. */
  proxies?: string[];
}

/**
 * The in-toto statement that a report came in, after its signature was verified.
 *
 * @public
 */
export interface SignedStatement {
  predicateType: string;
  /** Subjects: names with `algorithm → hex`. */
  subject: { name: string; digest: Record<string, string> }[];
}

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
  declared?: DeclaredContext;
  /** Present when a configured producer signed the report. */
  statement?: SignedStatement;
}

/**
 * A canonical record that may lack the time, which the intake then completes.
 *
 * @public
 */
export type ReportedRecord = Omit<CanonicalRecord, 'producedAt'> & {
  producedAt?: string;
};

/**
 * One canonical record of a report, and why it proves nothing if so.
 *
 * @public
 */
export interface AdaptedRecord {
  record: ReportedRecord;
  /** Empty when the record is usable. */
  problems: string[];
  /**
   * The report is of a version or schema that this format does not know, so that
   * nothing in it may be believed: checks say `invalid`, not `insufficient`.
   */
  invalid?: boolean;
}

/**
 * Outcome of {@link EvidenceFormat.adapt}. A report that can't be believed at all
 * is refused with JSON Pointers into the document; one that is readable but
 * proves nothing is accepted with problems.
 *
 * @public
 */
export type AdaptedReport =
  | {
      ok: true;
      records: AdaptedRecord[];
      /**
       * Digests that the report is about beside the one its statement names, such
       * as that of the very same files under another rule; `sha256:<hex>`.
       */
      digests?: string[];
    }
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
  /** In-toto predicate types whose predicate is a document of this format. */
  predicateTypes?: string[];
  /** Whether a document is of this format, for `auto`. Exactly one may say yes. */
  detect(document: unknown): boolean;
  adapt(report: RawReport): AdaptedReport;
  /**
   * The same for a report that is too large to be held as a whole; it comes piece
   * by piece, and `document` is absent.
   */
  adaptStream?(
    chunks: AsyncIterable<Uint8Array | string>,
    report: Omit<RawReport, 'document'>,
  ): Promise<AdaptedReport>;
}
