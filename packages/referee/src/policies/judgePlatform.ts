import { join } from 'node:path';
import { ApiServer } from '../cluster/ApiServer';
import { judgeByKyverno } from '../engines/judgeByKyverno';
import { judgeByCel, judgeByGator } from '../engines/judgeCheaply';
import { dryRunAll, judgeByServer } from '../engines/judgeByServer';
import { KubernetesObject, PlanFile } from '../planner';
import { PlannedObject } from './planned';
import { Judgement, Subject } from './Subject';
import { controlOf, fixturesOf, isConcerned } from './subjects';

/** What all engines say under the policies of one platform. */
export interface PlatformResult {
  title: string;
  fixtures: Subject[];
  /** Planned objects that the policies judge. */
  planned: Subject[];
  /** The same, each with a fault. */
  controls: Subject[];
  /** Cases of the planner's tests that are valid objects. */
  cases: Subject[];
  /** How many are not, for reasons that have nothing to do with policies. */
  invalidCases: number;
  /** Of fixtures, planned objects, controls and cases, in this order. */
  judgements: Judgement[];
  /** What the server said of planned objects that no policy judges. */
  others: Judgement & { subjects: Subject[] };
  /** What the server warned of besides the rules. */
  warnings: string[];
}

/** A platform and what is judged under its policies. */
export interface Platform {
  title: string;
  /** Files of `policies/`. */
  files: PlanFile[];
  objects: PlannedObject[];
  cases: Subject[];
}

/** What the judges work with. */
export interface Court {
  api: ApiServer;
  kyverno: string;
  /** Stubs of all custom kinds. */
  stubs: KubernetesObject[];
  folder: string;
  say(text: string): void;
}

/** Those that the server would take without policies. */
async function validOnly(
  api: ApiServer,
  subjects: readonly Subject[],
): Promise<Subject[]> {
  const known = await Promise.all(
    subjects.map(({ object }) => api.knows(object.apiVersion, object.kind)),
  );
  const candidates = subjects.filter((_, index) => known[index]);
  const answers = await dryRunAll(
    api,
    candidates.map(({ object }) => object),
  );
  return candidates.filter((_, index) => answers[index].status === 201);
}

async function timed<T>(
  work: () => Promise<T> | T,
): Promise<{ made: T; seconds: number }> {
  const started = Date.now();
  const made = await work();
  return { made, seconds: (Date.now() - started) / 1000 };
}

/** What every engine but the server says. */
async function judgeElsewhere(
  { kyverno, stubs, folder, say }: Court,
  { title, files }: Platform,
  subjects: readonly Subject[],
  others: readonly Subject[],
): Promise<Judgement[]> {
  say(`${title}: Kyverno`);
  const options = { binary: kyverno, folder: join(folder, title), stubs };
  const real = await timed(() =>
    judgeByKyverno(options, files, subjects, others),
  );
  say(`${title}: gator and cel-js`);
  const gator = await timed(() => judgeByGator(files, subjects));
  const cel = await timed(() => judgeByCel(files, subjects));
  const { rego, native } = gator.made;
  const { seconds } = gator;
  return [
    { engine: 'Kyverno', verdicts: real.made, seconds: real.seconds },
    { engine: 'gator, Rego', verdicts: rego, seconds },
    { engine: 'gator, K8sNativeValidation', verdicts: native, seconds },
    { engine: 'cel-js', verdicts: cel.made, seconds: cel.seconds },
  ];
}

/** Lets every engine judge the samples and the planned objects of a platform. */
export async function judgePlatform(
  court: Court,
  platform: Platform,
): Promise<PlatformResult> {
  const { title, files } = platform;
  const concerned = isConcerned(files);
  const all: Subject[] = platform.objects.map(object => ({
    ...object,
    expected: [],
  }));
  const fixtures = fixturesOf(files);
  const planned = all.filter(({ object }) => concerned(object));
  const others = all.filter(({ object }) => !concerned(object));
  const controls = planned.map(controlOf);
  const cases = await validOnly(court.api, platform.cases);
  const subjects = [...fixtures, ...planned, ...controls, ...cases];

  court.say(`${title}: kube-apiserver`);
  const { made, seconds } = await timed(() =>
    judgeByServer(court.api, files, [...subjects, ...others]),
  );
  const byServer = (from: number, to?: number): Judgement => ({
    engine: 'kube-apiserver',
    verdicts: made.verdicts.slice(from, to),
    seconds,
  });
  return {
    ...{ title, fixtures, planned, controls, cases },
    invalidCases: platform.cases.length - cases.length,
    judgements: [
      byServer(0, subjects.length),
      ...(await judgeElsewhere(court, platform, subjects, others)),
    ],
    others: { ...byServer(subjects.length), subjects: others },
    warnings: made.warnings,
  };
}
