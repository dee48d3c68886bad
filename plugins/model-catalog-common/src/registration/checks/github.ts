import { Document, isScalar, visit } from 'yaml';
import { RegistrationFile } from '../RegistrationFile';
import { steps } from './steps';

/** Actions of GitHub at the commit of a release. */
const releases = new Map<unknown, string>([
  ['actions/checkout@df4cb1c069e1874edd31b4311f1884172cec0e10', 'v6.0.3'],
  ['actions/setup-go@924ae3a1cded613372ab5595356fb5720e22ba16', 'v6.5.0'],
]);
const [checkout, setupGo] = releases.keys();

const workflow = {
  name: 'models',
  on: { push: { branches: ['main'] }, pull_request: {} },
  permissions: { contents: 'read' },
  concurrency: {
    group: 'models-${{ github.ref }}',
    'cancel-in-progress': false,
  },
  jobs: {
    check: {
      'runs-on': 'ubuntu-24.04',
      'timeout-minutes': 15,
      permissions: { contents: 'read' },
      steps: [
        { uses: checkout, with: { 'persist-credentials': false } },
        { uses: setupGo, with: { 'go-version': '1.26', cache: false } },
        ...steps.map(({ title, run }) => ({ name: title, run })),
      ],
    },
  },
};

/** Writes behind each action which release its commit is; Renovate reads it. */
function serialize(): string {
  const document = new Document(workflow, {
    aliasDuplicateObjects: false,
    compat: 'yaml-1.1',
  });
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || key.value !== 'uses' || !isScalar(value)) return;
      value.comment = ` ${releases.get(value.value)}`;
    },
  });
  return document.toString({ lineWidth: 0 });
}

/** The workflow of GitHub Actions; Gitea runs it too. */
export function githubFile(): RegistrationFile {
  return { path: '.github/workflows/models.yaml', content: serialize() };
}
