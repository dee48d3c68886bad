import pLimit from 'p-limit';
import { Answer, ApiServer } from '../cluster/ApiServer';
import { KubernetesObject, objectAt, PlanFile, ruleOf } from '../planner';
import { Subject, Verdict } from '../policies/Subject';
import { until } from '../tools/until';

const folder = 'policies/admission-policy';
const secondsToEnforce = 60;

// The server names only the first rule that an object breaks when it denies. A
// second binding that only warns names them all.
const observer = 'referee-observer';

/** Verdicts of the server, and what it warned of besides. */
export interface ServerJudgement {
  verdicts: Verdict[];
  warnings: string[];
}

const deniedPattern =
  /ValidatingAdmissionPolicy '[^']+' with binding '([^']+)' denied request: (.*)/s;
const warnedPattern =
  /^Validation failed for ValidatingAdmissionPolicy '[^']+' with binding '([^']+)': (.*)/s;

function warnedRules({ warnings }: Answer): string[] {
  return warnings
    .map(text => warnedPattern.exec(text))
    .filter(match => match?.[1] === observer)
    .map(match => ruleOf(match?.[2] ?? ''));
}

function verdictOf(answer: Answer, binding: string): Verdict {
  const rules = warnedRules(answer);
  const accepted = answer.status === 201;
  const [, deniedBy, reason] = deniedPattern.exec(answer.message) ?? [];
  const verdict = { rules: [...rules].sort() };
  if (accepted && rules.length === 0) return verdict;
  // What denies is the planned binding, by the first rule that is broken.
  if (deniedBy === binding && rules[0] === ruleOf(reason)) return verdict;
  const what = accepted ? 'accepted in spite of warnings' : answer.message;
  return { ...verdict, refusal: what };
}

/** Lets the server go through the creation of some objects, a few at a time. */
export async function dryRunAll(
  api: ApiServer,
  objects: readonly KubernetesObject[],
): Promise<Answer[]> {
  const limit = pLimit(8);
  return Promise.all(objects.map(object => limit(() => api.dryRun(object))));
}

function objectsOf(files: readonly PlanFile[]): KubernetesObject[] {
  const policy = objectAt<KubernetesObject>(files, `${folder}/policy.yaml`);
  const binding = objectAt<KubernetesObject & { spec: object }>(
    files,
    `${folder}/binding.yaml`,
  );
  return [
    policy,
    binding,
    {
      ...binding,
      metadata: { name: observer },
      spec: { ...binding.spec, validationActions: ['Warn'] },
    },
  ];
}

/** Waits until an object that breaks a rule gets in, or does not. */
async function untilAccepts(
  api: ApiServer,
  { object }: Subject,
  accepted: boolean,
): Promise<void> {
  await until('the admission policy', secondsToEnforce, async () => {
    const { status, warnings } = await api.dryRun(object);
    const inForce = status !== 201 && warnings.length > 0;
    return inForce === !accepted ? true : undefined;
  });
}

/**
 * Puts the admission policy of a repository and its binding into force, lets the
 * server judge, and takes both away again.
 */
export async function judgeByServer(
  api: ApiServer,
  files: readonly PlanFile[],
  subjects: readonly Subject[],
): Promise<ServerJudgement> {
  const bad = subjects.find(subject => subject.expected.length > 0);
  if (!bad) throw new Error('no subject breaks a rule');
  const objects = objectsOf(files);
  await untilAccepts(api, bad, true);
  for (const object of objects) {
    const { status, message } = await api.create(object);
    if (status !== 201) throw new Error(`${object.kind}: ${message}`);
  }
  await untilAccepts(api, bad, false);
  const answers = await dryRunAll(
    api,
    subjects.map(subject => subject.object),
  );
  for (const object of [...objects].reverse()) await api.remove(object);
  await untilAccepts(api, bad, true);
  const binding = objects[1].metadata.name;
  return {
    verdicts: answers.map(answer => verdictOf(answer, binding)),
    warnings: answers
      .flatMap(answer => answer.warnings)
      .filter(text => !warnedPattern.test(text)),
  };
}
