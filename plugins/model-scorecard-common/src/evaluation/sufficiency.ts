import { EvidenceMetric, EvidenceRecord } from '../evidence/EvidenceRecord';
import { CheckDefinition } from '../packs/CheckPack';
import { metricKeys, namedMetrics, resolveBound } from './measurements';

function missingClaim(
  check: CheckDefinition,
  { claims }: EvidenceRecord,
): string | undefined {
  const isEmpty = (name: string) => {
    const claim = claims?.[name];
    return (
      claim === undefined ||
      claim === '' ||
      (Array.isArray(claim) && !claim.length)
    );
  };
  const name = check.claims.find(isEmpty);
  return name && `The evidence does not say "${name}"`;
}

function missingMetric(
  check: CheckDefinition,
  record: EvidenceRecord,
): string | undefined {
  const keys = [...metricKeys(check, record.claims).values()];
  const key = keys.find(k => !record.metrics.some(m => m.key === k));
  if (key) return `The evidence has no measurement of ${key}`;
  const attribute = check.attributes.find(
    attr => !namedMetrics(check, record).some(m => m.slice?.attr === attr),
  );
  return attribute && `The evidence is not measured by ${attribute}`;
}

function tooFew(
  metric: EvidenceMetric,
  check: CheckDefinition,
  record: EvidenceRecord,
): string | undefined {
  const { total, perGroup } = check.minN ?? {};
  const n = metric.n ?? record.dataset?.n;
  if (total !== undefined && (n === undefined || n < total))
    return n === undefined
      ? `${metric.key} does not say on how many it was measured; ${total} are asked for`
      : `${metric.key} was measured on ${n}; ${total} are asked for`;
  if (perGroup === undefined) return undefined;
  const { slice } = metric;
  const sizes = slice
    ? [slice.n, ...(slice.ref ? [slice.nRef] : [])]
    : [undefined];
  if (sizes.every(size => size !== undefined && size >= perGroup))
    return undefined;
  const group = slice?.group ? ` for ${slice.group}` : '';
  return `${metric.key}${group} needs at least ${perGroup} in each group`;
}

/**
 * Why a record is too little to decide on: a claim, metric, attribute or
 * interval is missing, or n is too small. Undefined when it is enough.
 */
export function insufficiency(
  check: CheckDefinition,
  record: EvidenceRecord,
): string | undefined {
  const absent =
    missingClaim(check, record) ??
    missingMetric(check, record) ??
    (resolveBound(check, record.claims)
      ? undefined
      : 'The evidence does not declare a target');
  if (absent) return absent;
  for (const metric of namedMetrics(check, record)) {
    if (check.interval === 'required' && !metric.ci)
      return `${metric.key} comes without an interval`;
    const few = tooFew(metric, check, record);
    if (few) return few;
  }
  return undefined;
}
