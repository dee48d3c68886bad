import { checkServiceInput } from '../input/checkServiceInput';
import { runtimeKeyOf, runtimeOptions } from '../input/runtimeOptions';
import { EnvironmentInput, ServiceInput } from '../input/serviceInputSchema';
import { error, info } from '../input/findings';
import { estimatePlan } from '../estimate/estimatePlan';
import { buildRepository } from '../repository/buildRepository';
import { plannedReleases } from '../repository/plannedReleases';
import { RepositoryModel } from '../repository/types';
import { serialize } from '../repository/serialize';
import { checkModel } from './checkModel';
import { checkRules } from './checkRules';
import { digestFiles } from './digest';
import { EnvironmentSelection, selectEnvironments } from './selectEnvironments';
import { resolveStorage } from './storage';
import { Finding, Plan, PlanContext, PlanMode } from './types';

function isError(finding: Finding): boolean {
  return finding.severity === 'error';
}

function refused(findings: Finding[]): Plan {
  return {
    digest: digestFiles([]),
    files: [],
    findings,
    environments: [],
    retained: [],
    releases: [],
  };
}

/** Another runtime would be another service beside the one that runs. */
function checkRuntime(
  { runtime }: ServiceInput,
  { deployed = [] }: PlanContext,
): Finding[] {
  const key = runtimeKeyOf(runtime);
  const other = deployed.find(release => release.runtime !== key);
  if (!other) return [];
  const { title } = runtimeOptions[other.runtime];
  return [
    error(
      other.runtime.startsWith(`${runtime.kind}/`)
        ? '/runtime/mode'
        : '/runtime/kind',
      `the service runs on "${title}" in ${other.environment}, which can't change; keep it or choose another name`,
    ),
  ];
}

function isProgressive({ rollout }: EnvironmentInput): boolean {
  return rollout !== undefined && rollout.kind !== 'rolling';
}

function firstReleases(selection: EnvironmentSelection): Finding[] {
  return selection.planned
    .filter(({ input, deployed }) => isProgressive(input) && !deployed)
    .map(e =>
      info(
        '/environments',
        `${e.input.name} runs nothing yet, so its first release gets all traffic; the rollout begins with the second`,
      ),
    );
}

/** Hosts read a pipeline at the root of a repository only. */
function checkPipeline({ repository: { path } }: ServiceInput): Finding[] {
  if (path === undefined) return [];
  return [
    info(
      '/pipeline',
      `the repository has a pipeline of its own, so none is planned; let it run the scripts in ${path}/ci`,
    ),
  ];
}

/**
 * Everything that the files of a repository follow from, or the findings that
 * forbid it.
 */
export function prepare(
  value: ServiceInput,
  context: PlanContext,
  mode: PlanMode,
): { repository?: RepositoryModel; findings: Finding[] } {
  const checked = checkServiceInput(value);
  if (!checked.input) return { findings: checked.findings };
  const { input } = checked;
  const { model, findings: modelFindings } = checkModel(input, context);
  if (!model || modelFindings.some(isError)) {
    return { findings: modelFindings };
  }
  const { storage, findings: storageFindings } = resolveStorage(model, input);
  const selection = selectEnvironments(input, context, mode);
  const findings = [
    ...modelFindings,
    ...storageFindings,
    ...checkRules(input, model, context),
    ...checkRuntime(input, context),
    ...checkPipeline(input),
    ...selection.findings,
    ...firstReleases(selection),
  ];
  return findings.some(isError)
    ? { findings }
    : { repository: { input, context, model, storage, selection }, findings };
}

/**
 * Plans the GitOps repository of a service. Pure and deterministic: the same
 * input and context give the same bytes, in a browser, a backend or a CLI.
 *
 * @param input - untrusted; it is checked here, whatever checked it before
 * @param context - what the caller read: version, gates, repository, releases
 * @param options - mode `write` (default `preview`) leaves out every
 *   environment whose gate is closed and is an error when none is open
 * @returns files, and findings that name what is wrong by JSON Pointer. With a
 *   finding of severity `error` there are no files. It never throws for an
 *   input, however wrong.
 *
 * @public
 */
export function plan(
  input: ServiceInput,
  context: PlanContext,
  options: { mode?: PlanMode } = {},
): Plan {
  const { mode = 'preview' } = options;
  const { repository, findings } = prepare(input, context, mode);
  if (!repository) return refused(findings);
  const { selection } = repository;
  const files = buildRepository(repository).map(serialize);
  const estimate = estimatePlan(repository);
  return {
    digest: digestFiles(files),
    files,
    findings,
    environments: selection.planned.map(e => e.input.name),
    retained: selection.retained.map(r => `overlays/${r.environment}/`),
    releases: plannedReleases(repository),
    ...(estimate && { estimate }),
  };
}
