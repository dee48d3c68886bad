import { EvidenceMetric } from '../evidence/EvidenceRecord';
import { AdaptedReport, RawReport, ReportedRecord } from './EvidenceFormat';
import { toInstant } from './readDocument';

const zonedTime = /(?:Z|[+-]\d{2}:?\d{2})$/;

/** A short identifier from a report: cut at 200 characters, without control characters. */
export function shortText(value: string | undefined): string | undefined {
  const text = value
    ?.slice(0, 2000)
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .trim()
    .slice(0, 200);
  return text || undefined;
}

/** Distinct short identifiers in order, at most 1,000; undefined when there is none. */
export function shortTexts(
  values: Iterable<string | undefined>,
): string[] | undefined {
  const texts = new Set<string>();
  for (const value of values) {
    const text = shortText(value);
    if (text && texts.size < 1000) texts.add(text);
  }
  return texts.size ? [...texts].sort() : undefined;
}

/** A time of a document in UTC ISO 8601; undefined when it has no zone or is Go's zero time. */
export function zonedInstant(value: string | undefined): string | undefined {
  if (value === undefined || !zonedTime.test(value)) return undefined;
  const instant = toInstant(value);
  return instant && instant > '1971' ? instant : undefined;
}

/** What {@link startRecord} is told about a record. */
export interface RecordOrigin {
  kind: string;
  /** Such as `trivy/2`. */
  format: string;
  tool: string;
  /** As the document says it. */
  version?: string;
  /** Time of the document, with a zone. */
  time?: string;
}

/** A record without metrics, with what its document and its sender say about its origin. */
export function startRecord(
  report: RawReport,
  origin: RecordOrigin,
): ReportedRecord {
  const stated = shortText(origin.version);
  const version =
    (stated && stated !== '[not provided]' ? stated : undefined) ??
    shortText(report.declared?.toolVersion) ??
    'unstated';
  const producedAt = zonedInstant(origin.time) ?? report.producedAt;
  const dataset = report.declared?.dataset;
  return {
    kind: origin.kind,
    format: origin.format,
    tool: { name: shortText(origin.tool) ?? 'unstated', version },
    ...(producedAt && { producedAt }),
    ...(dataset && { dataset }),
    metrics: [],
  };
}

/** The outcome for a document of a version that is not known. */
export function unknownReport(
  record: ReportedRecord,
  problem: string,
): AdaptedReport {
  return {
    ok: true,
    records: [
      {
        record: { ...record, metrics: [] },
        problems: [problem],
        invalid: true,
      },
    ],
  };
}

/** Metrics of counts that were all taken over the same number of things. */
export function countMetrics(
  counts: Record<string, number>,
  n?: number,
): EvidenceMetric[] {
  return Object.entries(counts).map(([key, value]) => ({
    key,
    value,
    ...(n !== undefined && { n }),
  }));
}

/** A number of things in words, such as `1 file` or `3 files`. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
