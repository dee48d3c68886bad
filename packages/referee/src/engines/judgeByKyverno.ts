import { KubernetesObject, objectAt, PlanFile, ruleOf } from '../planner';
import { Subject, Verdict } from '../policies/Subject';
import { isConcerned } from '../policies/subjects';
import { applyKyverno, KyvernoOptions, KyvernoResult } from './applyKyverno';

interface Policy extends KubernetesObject {
  spec: { validations: unknown[] };
}

/**
 * Kyverno names the first rule that an object breaks. The same policy with its
 * validations backwards names the last: an object that breaks one rule alone gets
 * the same name twice.
 */
function bothWays(files: readonly PlanFile[]): [Policy, Policy] {
  const policy = objectAt<Policy>(files, 'policies/kyverno/policy.yaml');
  const { spec, metadata } = policy;
  const backwards = {
    ...policy,
    metadata: { ...metadata, name: `${metadata.name}-backwards` },
    spec: { ...spec, validations: [...spec.validations].reverse() },
  };
  return [policy, backwards];
}

/** What no policy is for is skipped; nothing else may be. */
function verdictOf(
  results: readonly KyvernoResult[],
  policies: number,
  concerned: boolean,
): Verdict {
  const allowed = concerned ? ['pass', 'fail'] : ['skip'];
  const odd = results.find(({ result }) => !allowed.includes(result));
  if (odd) return { rules: [], refusal: `${odd.result} ${odd.message ?? ''}` };
  if (results.length !== policies) {
    return { rules: [], refusal: `judged ${results.length} times` };
  }
  const broken = results
    .filter(({ result }) => result === 'fail')
    .map(r => ruleOf(r.message ?? r.description ?? ''));
  return { rules: [...new Set(broken)].sort() };
}

/**
 * Verdicts of Kyverno's ValidatingPolicy over one folder with the subjects and
 * with objects that it must leave alone.
 */
export async function judgeByKyverno(
  options: KyvernoOptions,
  files: readonly PlanFile[],
  subjects: readonly Subject[],
  others: readonly Subject[],
): Promise<Verdict[]> {
  const all = [...subjects, ...others];
  const policies = bothWays(files);
  const results = await applyKyverno(
    options,
    policies,
    all.map(({ object }) => object),
  );
  const concerned = isConcerned(files);
  const judged = all.map(({ object }, index) => ({
    results: results[index],
    concerned: concerned(object),
  }));
  const wrongly = judged
    .slice(subjects.length)
    .findIndex(other => other.results.some(r => r.result !== 'skip'));
  if (wrongly >= 0) {
    throw new Error(`Kyverno judges ${others[wrongly].name}, and must not`);
  }
  return judged
    .slice(0, subjects.length)
    .map(j => verdictOf(j.results, policies.length, j.concerned));
}
