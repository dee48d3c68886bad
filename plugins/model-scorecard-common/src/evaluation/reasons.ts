import { Review } from '../api/ScorecardApi';
import { EvidenceRecord } from '../evidence/EvidenceRecord';
import { CheckDefinition } from '../packs/CheckPack';
import { ShownMeasurements } from './measurements';

function number(value: number): string {
  const text = Number.isInteger(value)
    ? String(value)
    : String(Number(value.toPrecision(3)));
  return text.replace('-', '−');
}

function boundText({ low, high }: { low?: number; high?: number }): string {
  if (low !== undefined && high !== undefined)
    return `${number(low)} to ${number(high)}`;
  return low === undefined
    ? `at most ${number(high ?? 0)}`
    : `at least ${number(low)}`;
}

/** "spd −0.034 (95 % interval −0.056 to −0.012), n = 6000". */
function measured(shown: ShownMeasurements): string {
  const { metric, value, interval, n, slices } = shown;
  const worst = slices?.find(slice => slice.worst);
  const group = worst?.group
    ? ` for ${worst.group}${worst.ref ? ` against ${worst.ref}` : ''}`
    : '';
  const level = interval?.level ? `${number(interval.level * 100)} % ` : '';
  const edges = interval
    ? ` (${level}interval ${number(interval.low)} to ${number(interval.high)})`
    : '';
  const size = n === undefined ? '' : `, n = ${n}`;
  return `${metric} ${number(value ?? 0)}${edges}${group}${size}`;
}

const decided = {
  approve: 'approved',
  reject: 'rejected',
  request_changes: 'asked for changes',
};

function fill(
  template: string,
  record: EvidenceRecord,
  reviews: Review[],
): string {
  const claims = record.claims ?? {};
  return template.replace(/\{([\w.]+)\}/g, (whole, name: string) => {
    if (name === 'producer') return record.producer?.name ?? 'a producer';
    if (name === 'reviewers')
      return reviews
        .map(({ role, decision }) => `${role} ${decided[decision]}`)
        .join(', ');
    const claim = name.startsWith('c.') ? claims[name.slice(2)] : undefined;
    if (claim === undefined) return whole;
    return Array.isArray(claim) ? claim.join(', ') : String(claim);
  });
}

/** The sentence that says why a decided check passes or fails. */
export function decisionReason(
  passes: boolean,
  check: CheckDefinition,
  record: EvidenceRecord,
  reviews: Review[],
  shown: ShownMeasurements,
): string {
  const template = passes ? check.reasons.pass : check.reasons.fail;
  if (template) return fill(template, record, reviews);
  if (shown.metric === undefined)
    return passes ? 'The rule holds' : 'The rule does not hold';
  const facts = measured(shown);
  if (!shown.bound)
    return `${facts}: ${passes ? 'the rule holds' : 'the rule does not hold'}`;
  return `${facts}; ${passes ? 'within' : 'the rule asks for'} ${boundText(shown.bound)}`;
}
