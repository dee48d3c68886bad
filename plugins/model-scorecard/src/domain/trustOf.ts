import {
  ScorecardCheck,
  StoredEvidence,
} from '@modelyard/plugin-model-scorecard-common';

/** How much a record is worth, told apart by who stands behind it. */
export type TrustWord = StoredEvidence['trust'] | 'person';

/** Records of what people decide; every other kind comes from a tool. */
const personalKinds = ['registration', 'review'];

/** Areas whose checks read what people decide. */
const personalAreas = ['governance', 'human oversight'];

/** Trust of a record: what a person registers or reviews has no workload behind it. */
export function trustOfRecord(
  record: Pick<StoredEvidence, 'kind' | 'trust'>,
): TrustWord {
  const personal = personalKinds.includes(record.kind);
  return personal && record.trust === 'oidc' ? 'person' : record.trust;
}

/** Trust of a check's evidence; absent where nothing was handed in. */
export function trustOfCheck(
  check: Pick<ScorecardCheck, 'area' | 'metric' | 'trust'>,
): TrustWord | undefined {
  const personal =
    personalAreas.includes(check.area) && check.metric === undefined;
  return personal && check.trust === 'oidc' ? 'person' : check.trust;
}
