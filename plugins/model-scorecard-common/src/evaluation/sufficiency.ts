import { EvidenceMetric, EvidenceRecord } from '../evidence/EvidenceRecord';
import { CheckDefinition } from '../packs/CheckPack';
import { metricKey, resolveBound } from './measurements';

function missingClaim(
  check: CheckDefinition,
  { claims }: EvidenceRecord,
): string | undefined {
  if (!check.claims.length) return undefined;
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
  { claims }: EvidenceRecord,
  lists: EvidenceMetric[][],
): string | undefined {
  for (let i = 0; i < lists.length; i += 1)
    if (!lists[i].length)
      return `The evidence has no measurement of ${metricKey(check.metrics[i], claims)}`;
  if (!check.attributes.length) return undefined;
  const attribute = check.attributes.find(
    attr => !lists.some(list => list.some(m => m.slice?.attr === attr)),
  );
  return attribute && `The evidence is not measured by ${attribute}`;
}

function tooFew(
  metric: EvidenceMetric,
  check: CheckDefinition,
  record: EvidenceRecord,
): string | undefined {
  if (!check.minN) return undefined;
  const { total, perGroup } = check.minN;
  const n = metric.n ?? record.dataset?.n;
  if (total !== undefined && (n === undefined || n < total))
    return n === undefined
      ? `${metric.key} does not say on how many it was measured; ${total} are asked for`
      : `${metric.key} was measured on ${n}; ${total} are asked for`;
  if (perGroup === undefined) return undefined;
  const { slice } = metric;
  const isEnough = (size = -1) => size >= perGroup;
  if (slice && isEnough(slice.n) && (!slice.ref || isEnough(slice.nRef)))
    return undefined;
  const group = slice?.group ? ` for ${slice.group}` : '';
  return `${metric.key}${group} needs at least ${perGroup} in each group`;
}

/**
 * Why a record is too little to decide on: a claim, metric, attribute or
 * interval is missing, or n is too small. Undefined when it is enough.
 *
 * @param lists - the record's measurements as `metricLists` gives them
 */
export function insufficiency(
  check: CheckDefinition,
  record: EvidenceRecord,
  lists: EvidenceMetric[][],
): string | undefined {
  const absent =
    missingClaim(check, record) ??
    missingMetric(check, record, lists) ??
    (resolveBound(check, record.claims)
      ? undefined
      : 'The evidence does not declare a target');
  if (absent) return absent;
  for (const list of lists)
    for (const metric of list) {
      if (check.interval === 'required' && !metric.ci)
        return `${metric.key} comes without an interval`;
      const few = tooFew(metric, check, record);
      if (few) return few;
    }
  return undefined;
}
