import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { KubernetesObject } from './renderMatrix';
import { toolPath } from '../__fixtures__/tools';

const exec = promisify(execFile);
const schemas = join(__dirname, '../__fixtures__/schemas');
const env = { ...process.env, PATH: toolPath };
const maxBuffer = 2 ** 27;

/** What kubeconform counts. */
export interface SchemaVerdict {
  valid: number;
  invalid: number;
  errors: number;
  skipped: number;
  problems: string[];
}

/** Holds every YAML file of a folder against the strict schemas. */
export function kubeconform(folders: string[], skip: string[] = []) {
  const { stdout } = spawnSync(
    'kubeconform',
    [
      '-strict',
      '-summary',
      '-output=json',
      `-skip=${skip.join(',')}`,
      `-schema-location=${schemas}/{{.ResourceKind}}-{{.Group}}-{{.ResourceAPIVersion}}.json`,
      `-schema-location=${schemas}/{{.ResourceKind}}{{.KindSuffix}}.json`,
      ...folders,
    ],
    { encoding: 'utf8', env, maxBuffer },
  );
  const { summary, resources } = JSON.parse(stdout) as {
    summary: Omit<SchemaVerdict, 'problems'>;
    resources?: { filename: string; msg: string }[];
  };
  const problems = (resources ?? [])
    .filter(({ msg }) => msg)
    .map(({ filename, msg }) => `${filename}: ${msg}`);
  return { ...summary, problems };
}

interface ScoredObject {
  object_name: string;
  type_meta: { kind: string };
  object_meta: { name: string };
  checks: {
    check: { id: string };
    grade: number;
    skipped: boolean;
    comments: { summary: string }[] | null;
  }[];
}

// Not for us, each with its reason.
const unscored = [
  // Images are pinned by digest: pulling them again can't change them.
  'container-image-pull-policy',
  // A topology spread constraint does that.
  'deployment-has-host-podantiaffinity',
];
const critical = 1;

/** Least replicas that the scaler or the Rollout of a Deployment says. */
function leastReplicas(objects: KubernetesObject[]): number {
  const specs = objects
    .filter(({ kind }) => /^(Horizontal|ScaledObject|Rollout)/.test(kind))
    .map(({ spec }) => spec as Record<string, number | undefined>);
  const said = specs.map(
    spec => spec.minReplicas ?? spec.minReplicaCount ?? spec.replicas,
  );
  return Math.min(...said.filter(count => count !== undefined));
}

/** Whether kube-score misses what it can't know. */
function isBlind(id: string, objects: KubernetesObject[]): boolean {
  const has = (...kinds: string[]) =>
    objects.some(({ kind }) => kinds.includes(kind));
  switch (id) {
    case 'NetworkPolicy networkpolicy-targets-pod':
    case 'PodDisruptionBudget poddisruptionbudget-has-policy':
      return !has('Deployment', 'Job', 'CronJob');
    case 'HorizontalPodAutoscaler horizontalpodautoscaler-has-target':
      return has('Rollout');
    // A budget for one replica would do nothing, or never let it move.
    case 'Deployment deployment-has-poddisruptionbudget':
      return leastReplicas(objects) < 2;
    default:
      return false;
  }
}

/** What kube-score holds for critical in one rendered overlay. */
export async function kubeScore(file: string, objects: KubernetesObject[]) {
  const { stdout } = await exec(
    'kube-score',
    [
      'score',
      '--output-format=json',
      '--exit-one-on-warning=false',
      ...unscored.flatMap(test => ['--ignore-test', test]),
      file,
    ],
    { env, maxBuffer },
  ).catch(error => error as { stdout: string });
  const scored: ScoredObject[] = JSON.parse(stdout) ?? [];
  const problems = scored.flatMap(({ type_meta, checks }) =>
    checks
      .filter(({ grade, skipped }) => !skipped && grade <= critical)
      .map(({ check, comments }) => ({
        id: `${type_meta.kind} ${check.id}`,
        summary: (comments ?? []).map(({ summary }) => summary).join('; '),
      }))
      .filter(({ id }) => !isBlind(id, objects)),
  );
  return { scored: scored.length, problems };
}

/** What actionlint says about workflows, and how many it has read. */
export function actionlint(files: string[]) {
  const { stdout, stderr } = spawnSync(
    'actionlint',
    ['-verbose', '-shellcheck=', '-format', '{{json .}}', ...files],
    { encoding: 'utf8', env, maxBuffer },
  );
  const read = stderr.match(/Linting .*\.ya?ml/g) ?? [];
  return { read: new Set(read).size, problems: JSON.parse(stdout || '[]') };
}

/** What gitleaks finds in a folder, as `file:line rule`. */
export function gitleaks(folder: string): string[] {
  const { stdout } = spawnSync(
    'gitleaks',
    ['dir', '--no-banner', '--report-format=json', '--report-path=-', folder],
    { encoding: 'utf8', env, maxBuffer },
  );
  const leaks: { File: string; StartLine: number; RuleID: string }[] =
    JSON.parse(stdout || '[]') ?? [];
  return leaks.map(l => `${l.File}:${l.StartLine} ${l.RuleID}`);
}

/** Output of kustomize; throws with what it says when it fails. */
export function kustomize(folder: string): string {
  return execFileSync('kustomize', ['build', folder], {
    encoding: 'utf8',
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
