import { ScorecardCheck } from '../api/ScorecardApi';
import { LoadedCheck } from '../packs/CheckPack';
import { DecidedCheck, decideCheck } from './decideCheck';
import { Waiver } from './EvaluateOptions';
import { showMeasurements } from './measurements';
import { PreparedFacts } from './PreparedFacts';
import { decisionReason } from './reasons';

/** The waiver that is in force for a check that did not pass. */
export function waiverOf(
  check: LoadedCheck,
  { verdict, severity }: DecidedCheck,
  { options, nowMs }: PreparedFacts,
): Waiver | undefined {
  if (severity !== 'waivable' || verdict === 'pass') return undefined;
  if (verdict === 'not_applicable') return undefined;
  return options.waivers?.find(
    ({ check: id, subjectDigest, packDigest, expiresAt }) =>
      id === check.id &&
      subjectDigest === options.subject.digest &&
      packDigest === options.pack.digest &&
      Date.parse(expiresAt) > nowMs,
  );
}

function whyOf(
  check: LoadedCheck,
  { passes, reason = '', gathered }: DecidedCheck,
): string {
  if (passes === undefined || !gathered) return reason;
  const [{ record }] = gathered.records;
  const shown = showMeasurements(check, record);
  return decisionReason(passes, check, record, gathered.reviews, shown);
}

/** One check with its verdict and all that explains it. */
export function evaluateCheck(
  check: LoadedCheck,
  facts: PreparedFacts,
): ScorecardCheck {
  const decided = decideCheck(check, facts);
  const { severity, gathered, age } = decided;
  const { id, area, title, rule, controls, remedy, maxAge } = check;
  const described = { id, area, title, rule, severity, controls, remedy };
  const waiver = waiverOf(check, decided, facts);
  const records = gathered?.records ?? [];
  const shown =
    records.length === 1
      ? showMeasurements(check, records[0].record)
      : undefined;
  const why = whyOf(check, decided);
  const told = {
    ...described,
    verdict: waiver ? ('waived' as const) : decided.verdict,
    reason: waiver
      ? `Waived until ${waiver.expiresAt}: ${waiver.reason}. ${why}`
      : why,
    evidence: records.map(({ record }) => record.id),
  };
  if (!gathered) return told;
  const oldest = records.map(({ record }) => record.producedAt).sort()[0];
  return {
    ...told,
    ...shown,
    producedAt: oldest,
    age,
    maxAge,
    trust: records[0]?.record.trust,
    redated: records.some(({ record }) => record.redated) || undefined,
  };
}
