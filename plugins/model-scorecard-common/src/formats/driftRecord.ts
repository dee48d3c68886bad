import { EvidenceMetric } from '../evidence/EvidenceRecord';
import { AdaptedRecord, ReportedRecord } from './EvidenceFormat';
import { shortText } from './assuranceRecord';
import { driftMethodOf, isDrifted } from './driftMethods';

/** Drift of one column as a report tells it. */
export interface ColumnDrift {
  column: string;
  method: string;
  threshold: number;
  score: number;
  /** What the report itself concludes. */
  drifted?: boolean;
}

interface JudgedColumn extends ColumnDrift {
  isDrift?: boolean;
  key: string;
  problem?: string;
}

function judge(column: ColumnDrift): JudgedColumn {
  const { method, score, threshold, drifted } = column;
  const name = shortText(column.column) ?? '';
  const known = driftMethodOf(method);
  if (!known)
    return {
      ...column,
      key: 'drift_score',
      problem: `${name} was measured with ${shortText(method)}, of which it is not known whether high or low means drift`,
    };
  const isDrift = isDrifted(known, score, threshold);
  const contradicts = drifted !== undefined && drifted !== isDrift;
  return {
    ...column,
    isDrift,
    key: known.key,
    problem: contradicts
      ? `the report says that ${name} ${drifted ? 'drifted' : 'did not drift'}, but its score says otherwise`
      : undefined,
  };
}

function metricsOf(columns: JudgedColumn[]): EvidenceMetric[] {
  const known = columns.filter(({ isDrift }) => isDrift !== undefined);
  const drifted = known.filter(({ isDrift }) => isDrift).length;
  const n = known.length;
  return [
    { key: 'drifted_columns', value: drifted, n },
    ...(n ? [{ key: 'drifted_share', value: drifted / n, n }] : []),
    ...known.flatMap(({ column, key, score, isDrift }) => {
      const slice = { attr: 'column', group: shortText(column) ?? '' };
      return [
        { key, value: score, slice },
        { key: 'drifted', value: isDrift ? 1 : 0, slice },
      ];
    }),
  ];
}

/**
 * A record of kind `drift`: whether each column drifted is told from its score and
 * the direction of its statistic, never taken from the report.
 *
 * @param statedShare - the share of drifted columns that the report states
 */
export function driftRecord(
  record: ReportedRecord,
  columns: ColumnDrift[],
  statedShare?: number,
): AdaptedRecord {
  const judged = columns.map(judge);
  const metrics = metricsOf(judged);
  const problems = judged.flatMap(({ problem }) => problem ?? []);
  if (!columns.length)
    problems.push('no column was compared; name the columns of the data set');
  const share = metrics.find(({ key }) => key === 'drifted_share')?.value;
  if (
    statedShare !== undefined &&
    share !== undefined &&
    Math.abs(share - statedShare) > 1e-9
  )
    problems.push(
      `the report states a drifted share of ${statedShare}, but its columns give ${share}`,
    );
  const thresholds = judged.map(
    ({ column, method, threshold }) =>
      `${shortText(column)}: ${shortText(method)} ${threshold}`,
  );
  const unknown = judged.some(({ isDrift }) => isDrift === undefined);
  return {
    problems,
    ...(unknown && { invalid: true }),
    record: {
      ...record,
      metrics,
      ...(thresholds.length && { claims: { thresholds } }),
    },
  };
}
