import { celVerdict, CelPolicy, gatorVerdicts, objectAt } from '../planner';
import type { PlanFile } from '../planner';
import { Subject, Verdict } from '../policies/Subject';

const sorted = (rules: readonly string[]): Verdict => ({
  rules: [...rules].sort(),
});

/** Verdicts of both of gator's engines; throws when it did not look at everything. */
export function judgeByGator(
  files: readonly PlanFile[],
  subjects: readonly Subject[],
): { rego: Verdict[]; native: Verdict[] } {
  const cases = subjects.map(({ name, object, expected }) => ({
    name,
    object,
    breaks: expected,
  }));
  const { seen, rego, native } = gatorVerdicts(files, cases);
  if (seen !== subjects.length) {
    throw new Error(`gator looked at ${seen} of ${subjects.length} objects`);
  }
  return { rego: rego.map(sorted), native: native.map(sorted) };
}

/** Verdicts of the admission policy in cel-js. */
export function judgeByCel(
  files: readonly PlanFile[],
  subjects: readonly Subject[],
): Verdict[] {
  const policy = objectAt<CelPolicy>(
    files,
    'policies/admission-policy/policy.yaml',
  );
  return subjects.map(({ object }) => sorted(celVerdict(policy, object)));
}
