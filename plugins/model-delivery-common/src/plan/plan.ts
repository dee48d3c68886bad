import { checkServiceInput } from '../input/checkServiceInput';
import { ServiceInput } from '../input/serviceInputSchema';
import { error, info } from '../input/findings';
import { buildRepository } from '../repository/buildRepository';
import { serialize } from '../repository/serialize';
import { checkModel } from './checkModel';
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
  };
}

/** KServe refuses a change of mode while a service runs. */
function checkMode(
  { runtime: { mode = 'standard' } }: ServiceInput,
  { deployed = [] }: PlanContext,
): Finding[] {
  const other = deployed.find(release => release.mode !== mode);
  if (!other) return [];
  return [
    error(
      '/runtime/mode',
      `the service runs in mode "${other.mode}" in ${other.environment}, which can't change; keep it or choose another name`,
    ),
  ];
}

function firstReleases(selection: EnvironmentSelection): Finding[] {
  return selection.planned
    .filter(e => e.input.rollout?.kind === 'canary' && !e.deployed)
    .map(e =>
      info(
        '/environments',
        `${e.input.name} runs nothing yet, so its first release gets all traffic; the canary begins with the second`,
      ),
    );
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
  const checked = checkServiceInput(input);
  if (!checked.input) return refused(checked.findings);
  const { model, findings: modelFindings } = checkModel(checked.input, context);
  if (!model || modelFindings.some(isError)) return refused(modelFindings);
  const { storage, findings: storageFindings } = resolveStorage(model);
  const selection = selectEnvironments(
    checked.input,
    context,
    options.mode ?? 'preview',
  );
  const findings = [
    ...modelFindings,
    ...storageFindings,
    ...checkMode(checked.input, context),
    ...selection.findings,
    ...firstReleases(selection),
  ];
  if (findings.some(isError)) return refused(findings);
  const files = buildRepository({
    input: checked.input,
    context,
    model,
    storage,
    selection,
  }).map(serialize);
  return {
    digest: digestFiles(files),
    files,
    findings,
    environments: selection.planned.map(e => e.input.name),
    retained: selection.retained.map(r => `overlays/${r.environment}/`),
    ...(context.estimate && { estimate: context.estimate }),
  };
}
