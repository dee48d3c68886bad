import { ScorecardCheck } from '../api/ScorecardApi';
import { EvidenceTrust } from '../evidence/EvidenceRecord';
import { LoadedCheck } from '../packs/CheckPack';
import { DecidedCheck, decideCheck } from './decideCheck';
import { Waiver } from './EvaluateOptions';
import { showMeasurements } from './measurements';
import { mergeRecords } from './mergeRecords';
import { PreparedFacts, PreparedRecord } from './PreparedFacts';
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
  const { record } = mergeRecords(gathered.records);
  const shown = showMeasurements(check, record);
  return decisionReason(passes, check, record, gathered.reviews, shown);
}

function leastTrust(records: PreparedRecord[]): EvidenceTrust | undefined {
  const found = records.map(({ record }) => record.trust);
  return (['manual', 'oidc', 'signed'] as const).find(t => found.includes(t));
}

/** How many records of the check's kind there are, so that a picked one shows. */
function runsOf(
  { evidence: [kind] }: LoadedCheck,
  { options: { evidence, subject } }: PreparedFacts,
): number | undefined {
  const runs = evidence.filter(
    record => record.kind === kind && record.subject.digest === subject.digest,
  );
  return runs.length || undefined;
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
    records.length && !gathered?.reviews.length
      ? showMeasurements(check, mergeRecords(records).record)
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
    trust: leastTrust(records),
    runs: runsOf(check, facts),
    redated: records.some(({ record }) => record.redated) || undefined,
  };
}
