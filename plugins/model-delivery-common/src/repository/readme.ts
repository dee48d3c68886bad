import { ServiceInput } from '../input/serviceInputSchema';
import { controllerOf, policiesOf } from './choices';
import { refsOf } from './labels';
import { placesOf } from './places';
import { RepositoryModel } from './types';

/** Text that Markdown shows as it is and takes no instruction from. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|&!~$@^=]/g, '\\$&')
    .replace(/:\/\//g, '\\://')
    .replace(/^(\s*)([-+])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
}

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

function folders(
  controller: 'argocd' | 'flux',
  policies: NonNullable<ServiceInput['policies']>,
): string {
  const engines = policies.map(p => `\`${p}\``).join(', ') || 'none';
  const what =
    controller === 'argocd'
      ? 'the AppProject and ApplicationSet for Argo CD'
      : 'the GitRepository and Kustomizations for Flux';
  return `- \`base/\` holds in every environment: the InferenceService without a version, its service account and network policy.
- \`overlays/<environment>/\` pins version, digest, image, resources and scaling. One commit there is one release: reverting it restores all of them together.
- \`policies/\` (${engines}): refuses a workload of component \`ai-inference\` that does not carry its responsible-AI label and annotation. A platform engineer applies them once per cluster.
- \`${controller}/\`: ${what}. Apply it once with \`kubectl apply -k ${controller}\`; the rest follows from Git.
- \`catalog-info.yaml\` registers the service in the catalog.
`;
}

/** The README of a repository. */
export function readmeText(repository: RepositoryModel): string {
  const { input, model } = repository;
  const refs = refsOf(repository);
  const description = input.description
    ? `${escapeMarkdown(input.description)}\n\n`
    : '';
  return `# ${input.name}

${description}Serves \`${refs.model}\`, version \`${model.version}\`, on KServe. Digest of the version:
\`${model.digest}\`. Owner: \`${refs.owner}\`.

## Environments

${table(repository)}
An environment that is missing here was closed by the model's scorecard when the
repository was written. Run the template again when its gate has opened.

## What lies where

${folders(controllerOf(repository), policiesOf(repository))}
## Before the first deployment

The namespaces exist, and the service account \`${input.name}\` in each may read
the model's storage (bind it to a cloud identity or attach a storage secret as
KServe describes). No secret belongs in this repository. The network policy lets
Pods reach the cluster and port 443 outside it.

## Check a change

The workflow in \`.github/workflows/ci.yaml\` builds every overlay and checks it
against strict schemas and the policies. The same commands run on any machine
with Go.
`;
}
