import { policiesOf } from './choices';
import { RepositoryFile, RepositoryModel, YamlObject } from './types';

const checkout = 'actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8'; // v5.0.0
const setupGo = 'actions/setup-go@44694675825211faa026b3c33043df3e48a5fa00'; // v6.0.0
const kserveCrd =
  'https://raw.githubusercontent.com/kserve/kserve/1fb781055dd1567164358233e1125142ca6ef1fe/config/crd/full/serving.kserve.io_inferenceservices.yaml'; // v0.20.0
const kserveCrdHash =
  '57c3bf13f77de94678bf2ae3748056ec071ad2b9e88d6a28f44fb4710758fcff';

const tools = [
  'sigs.k8s.io/kustomize/kustomize/v5@v5.8.2',
  'sigs.k8s.io/kubectl-validate@v0.0.4',
];
const gator = 'github.com/open-policy-agent/gatekeeper/v3/cmd/gator@v3.23.1';

const render = `set -euo pipefail
mkdir -p "$RUNNER_TEMP/rendered"
for overlay in overlays/*/; do
  kustomize build "$overlay" > "$RUNNER_TEMP/rendered/$(basename "$overlay").yaml"
done
# A patch that meets nothing is no error to kustomize: what it sets must be there.
for file in "$RUNNER_TEMP"/rendered/*.yaml; do
  grep -q 'modelyard.io/model-digest' "$file"
  grep -q 'storageUri' "$file"
done
`;

const checkSchemas = `set -euo pipefail
mkdir -p "$RUNNER_TEMP/crds"
curl -fsSL --retry 3 -o "$RUNNER_TEMP/crds/kserve.yaml" ${kserveCrd}
echo "${kserveCrdHash}  $RUNNER_TEMP/crds/kserve.yaml" | sha256sum --check
kubectl-validate "$RUNNER_TEMP/rendered" --local-crds "$RUNNER_TEMP/crds"
`;

const checkPolicies = `set -euo pipefail
gator verify policies/gatekeeper/suite.yaml
for file in "$RUNNER_TEMP"/rendered/*.yaml; do
  gator test -f policies/gatekeeper/template.yaml -f policies/gatekeeper/constraint.yaml -f "$file"
done
`;

function run(name: string, script: string): YamlObject {
  return { name, shell: 'bash', run: script };
}

function workflow(repository: RepositoryModel): YamlObject {
  const gatekeeper = policiesOf(repository).includes('gatekeeper');
  const installed = gatekeeper ? [...tools, gator] : tools;
  return {
    name: 'ci',
    on: { push: { branches: ['main'] }, pull_request: {} },
    permissions: { contents: 'read' },
    concurrency: { group: 'ci', 'cancel-in-progress': false },
    jobs: {
      check: {
        'runs-on': 'ubuntu-24.04',
        'timeout-minutes': 20,
        steps: [
          { uses: checkout, with: { 'persist-credentials': false } },
          { uses: setupGo, with: { 'go-version': '1.26', cache: false } },
          run(
            'Install the tools',
            installed.map(tool => `go install ${tool}\n`).join(''),
          ),
          run('Build every overlay', render),
          run('Check against strict schemas', checkSchemas),
          ...(gatekeeper ? [run('Check the policies', checkPolicies)] : []),
        ],
      },
    },
  };
}

/** The workflow that builds and checks every overlay. */
export function workflowFile(repository: RepositoryModel): RepositoryFile {
  return {
    path: '.github/workflows/ci.yaml',
    documents: [workflow(repository)],
  };
}
