import { escapeMarkdown } from '@modelyard/plugin-model-catalog-common';
import { jobVariables, modelVariables } from '../input/fixedNames';
import { runtimeKeyOf, runtimeOptions } from '../input/runtimeOptions';
import { controllerOf, policiesOf } from './choices';
import { refsOf } from './labels';
import { checksOf, installClient, portalChecks } from './pipelines/checks';
import { placesOf } from './places';
import { RepositoryModel } from './types';

function table(repository: RepositoryModel): string {
  const { selection, input } = repository;
  const versions = new Map(
    selection.retained.map(r => [r.environment, r.version]),
  );
  const rows = placesOf(repository).map(({ environment, namespace }) => {
    const version = versions.get(environment) ?? input.model.version;
    return `| \`${environment}\` | \`${namespace}\` | \`${version}\` | \`kustomize build overlays/${environment}\` |\n`;
  });
  return [
    '| Environment | Namespace | Version | Build |\n',
    '| --- | --- | --- | --- |\n',
    ...rows,
  ].join('');
}

function folders(repository: RepositoryModel): string {
  const controller = controllerOf(repository);
  const policies = policiesOf(repository);
  const engines = policies.map(p => `\`${p}\``).join(', ') || 'none';
  const what =
    controller === 'argocd'
      ? 'the AppProject and ApplicationSet for Argo CD'
      : 'the GitRepository and Kustomizations for Flux';
  const { terraform } = repository.input;
  return `- \`base/\` holds in every environment; it names no version and runs nothing alone.
- \`overlays/<environment>/\` pins version, digest, image, resources and scaling. One commit there is one release: reverting it restores all of them together.
- \`policies/\` (${engines}): refuse workloads that do not say which model they run and how it was judged, or that run it unsafely. A platform engineer applies them once per cluster.
- \`${controller}/\`: ${what}. Apply it once with \`kubectl apply -k ${controller}\`; the rest follows from Git.
${terraform ? '- `terraform/`: namespace, service account, bucket and access to the registry.\n' : ''}- \`ci/\`: the checks of a change, for a pipeline and for a person.
- \`catalog-info.yaml\` registers the service in the catalog.
`;
}

/** What an image of one's own is told, and has to do. */
function imageText(repository: RepositoryModel): string {
  const { image, job } = runtimeOptions[runtimeKeyOf(repository.input.runtime)];
  if (image === 'optional') return '';
  const { uri, digest } = modelVariables;
  const rest = job
    ? `The data to read and the place to write to are in \`${jobVariables.input}\` and
\`${jobVariables.output}\` where the form named them. A failed run ends with an exit code
other than 0.`
    : 'It opens its port when the model is loaded.';
  return `## What the image does

It loads the model from the address in \`${uri}\`, whose content has the digest in
\`${digest}\`. It runs as any user but root and writes to \`/tmp\` only. ${rest}

`;
}

/** Operators that the cluster must have, by what the service uses of them. */
function needsOf({ input, selection }: RepositoryModel): string[] {
  const planned = selection.planned.map(e => e.input);
  const { kind } = input.runtime;
  const key = runtimeKeyOf(input.runtime);
  const trigger = input.job?.trigger;
  const rollouts = planned.some(e => e.rollout && e.rollout.kind !== 'rolling');
  const scaledBy = (scaling: string) =>
    planned.some(e => e.scaling?.kind === scaling);
  const event = trigger !== undefined && trigger.kind !== 'schedule';
  const argo = trigger?.kind === 'schedule' && trigger.engine;
  const { serviceMonitor = true, rules = true } = input.monitoring ?? {};
  const needs: [unknown, string][] = [
    [kind === 'kserve' || kind === 'kserve-llm', 'KServe 0.20'],
    [key === 'knative' || key === 'kserve/knative', 'Knative Serving 1.20'],
    [scaledBy('keda') || event, 'KEDA 2.21'],
    [scaledBy('vpa'), 'the Vertical Pod Autoscaler 1.8'],
    [kind === 'deployment' && rollouts, 'Argo Rollouts 1.10'],
    [argo === 'argo-workflows', 'Argo Workflows 3.7'],
    [input.secrets?.length, 'External Secrets 2'],
    [serviceMonitor || rules, 'the Prometheus operator'],
  ];
  return needs.filter(([needed]) => needed).map(([, what]) => what);
}

function checkText(repository: RepositoryModel): string {
  if (repository.input.repository.path === undefined)
    return `The pipeline runs the scripts in \`ci/\`: they build every overlay and check it
against strict schemas and the policies. The same scripts run on any machine with
Go.
`;
  const gatekeeper = policiesOf(repository).includes('gatekeeper');
  const steps = checksOf(gatekeeper).map(({ script }) => `\`${script}\``);
  const portal = portalChecks.map(({ script }) => `\`${script}\``);
  return `This folder has no pipeline: that of the repository runs ${steps.join(', ')}
here for every change and, on the main branch, \`${installClient}\`,
${portal.join(' and ')}. The same scripts run on any machine with Go.
`;
}

/** The README of a repository. */
export function readmeText(repository: RepositoryModel): string {
  const { input, model } = repository;
  const refs = refsOf(repository);
  const { title } = runtimeOptions[runtimeKeyOf(input.runtime)];
  const does = input.runtime.kind === 'retraining-job' ? 'Trains' : 'Runs';
  const description = input.description
    ? `${escapeMarkdown(input.description)}\n\n`
    : '';
  return `# ${input.name}

${description}${does} \`${refs.model}\`, version \`${model.version}\` (${title}). Digest of the version:
\`${model.digest}\`. Owner: \`${refs.owner}\`.

## Environments

${table(repository)}
An environment that is missing here was closed by the model's scorecard when the
repository was written. Run the template again when its gate has opened.

## What lies where

${folders(repository)}
${imageText(repository)}## Before the first deployment

The cluster has ${needsOf(repository).join(', ') || 'nothing special'}. The namespaces exist, and the
service account \`${input.name}\` in each may read the model's storage (bind it to a
cloud identity). No secret belongs in this repository. The network policy lets
Pods reach the cluster and port 443 outside it.

## Check a change

${checkText(repository)}`;
}
