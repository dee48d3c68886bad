import { Document, isScalar, visit } from 'yaml';
import { RepositoryFile, YamlObject } from '../types';
import {
  Check,
  checksOf,
  installClient,
  languages,
  portalChecks,
} from './checks';

/** An action of GitHub at the commit of a release. */
interface Action {
  uses: string;
  release: string;
}

const actions = {
  checkout: {
    uses: 'actions/checkout@df4cb1c069e1874edd31b4311f1884172cec0e10',
    release: 'v6.0.3',
  },
  setupGo: {
    uses: 'actions/setup-go@924ae3a1cded613372ab5595356fb5720e22ba16',
    release: 'v6.5.0',
  },
  setupNode: {
    uses: 'actions/setup-node@249970729cb0ef3589644e2896645e5dc5ba9c38',
    release: 'v6.5.0',
  },
  upload: {
    uses: 'actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f',
    release: 'v7.0.0',
  },
  download: {
    uses: 'actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c',
    release: 'v8.0.1',
  },
} as const satisfies Record<string, Action>;

const runner = { 'runs-on': 'ubuntu-24.04', 'timeout-minutes': 30 };
const artifact = { name: 'ci-output', path: 'ci-output' };

const secrets = {
  MODELYARD_URL: '${{ secrets.MODELYARD_URL }}',
  MODELYARD_TOKEN: '${{ secrets.MODELYARD_TOKEN }}',
};

function use({ uses }: Action, inputs?: YamlObject): YamlObject {
  return { uses, ...(inputs && { with: inputs }) };
}

function run({ title, script }: Check, more: YamlObject = {}): YamlObject {
  return { name: title, run: script, ...more };
}

const checkout = use(actions.checkout, { 'persist-credentials': false });

function checkJob(gatekeeper: boolean): YamlObject {
  return {
    ...runner,
    permissions: { contents: 'read' },
    steps: [
      checkout,
      use(actions.setupGo, { 'go-version': languages.go, cache: false }),
      ...checksOf(gatekeeper).map(check => run(check)),
      use(actions.upload, {
        ...artifact,
        path: [
          'ci-output/rendered',
          'ci-output/reports',
          'ci-output/releases.tsv',
        ].join('\n'),
        'if-no-files-found': 'error',
        'retention-days': 30,
      }),
    ],
  };
}

const releaseJob: YamlObject = {
  ...runner,
  needs: 'check',
  if: "github.event_name == 'push'",
  // `id-token` is what the portal knows this run by.
  permissions: { contents: 'read', 'id-token': 'write' },
  steps: [
    checkout,
    use(actions.setupNode, { 'node-version': languages.node }),
    use(actions.download, artifact),
    run({ title: 'Install the client', script: installClient }),
    ...portalChecks.map(check => run(check, { env: secrets })),
  ],
};

function workflow(gatekeeper: boolean): YamlObject {
  return {
    name: 'ci',
    on: { push: { branches: ['main'] }, pull_request: {} },
    permissions: { contents: 'read' },
    concurrency: {
      group: 'ci-${{ github.ref }}',
      'cancel-in-progress': false,
    },
    jobs: { check: checkJob(gatekeeper), release: releaseJob },
  };
}

/** Writes behind each action which release its commit is; Renovate reads it. */
function serializeWorkflow(content: YamlObject): string {
  const releases = new Map<unknown, string>(
    Object.values(actions).map(({ uses, release }) => [uses, release]),
  );
  const document = new Document(content, {
    aliasDuplicateObjects: false,
    compat: 'yaml-1.1',
  });
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || key.value !== 'uses' || !isScalar(value)) return;
      const release = releases.get(value.value);
      if (release) value.comment = ` ${release}`;
    },
  });
  return document.toString({ lineWidth: 0 });
}

const texts = new Map<boolean, string>();

/** The workflow of GitHub Actions; Gitea runs it too. */
export function githubFile(gatekeeper: boolean): RepositoryFile {
  const text = texts.get(gatekeeper) ?? serializeWorkflow(workflow(gatekeeper));
  texts.set(gatekeeper, text);
  return { path: '.github/workflows/ci.yaml', text };
}
