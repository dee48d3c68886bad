import { stringify } from 'yaml';
import { RepositoryFile, YamlObject } from '../types';
import { checksOf, installClient, portalChecks } from './checks';

// What `go` and `npm` come from; Renovate raises tag and digest together.
const goImage =
  'golang:1.26.8-bookworm@sha256:a688600ca24f8a4d3ca77f95b0dd40704a9fc787c826660eb7ba0b641b8b175d';
const nodeImage =
  'node:24-bookworm-slim@sha256:6f7b03f7c2c8e2e784dcf9295400527b9b1270fd37b7e9a7285cf83b6951452d';

const timeout = '30 minutes';

const header = `# MODELYARD_URL and MODELYARD_TOKEN are variables of the project, masked, protected and
# for the environment "modelyard" only: no other job gets them.
`;

const onMain = { if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' };
const onMergeRequest = { if: '$CI_PIPELINE_SOURCE == "merge_request_event"' };

function pipeline(gatekeeper: boolean): YamlObject {
  return {
    stages: ['check', 'release'],
    workflow: { rules: [onMergeRequest, onMain] },
    check: {
      stage: 'check',
      timeout,
      image: goImage,
      script: checksOf(gatekeeper).map(({ script }) => script),
      artifacts: {
        when: 'always',
        expire_in: '30 days',
        paths: [
          'ci-output/rendered',
          'ci-output/reports',
          'ci-output/releases.tsv',
        ],
      },
    },
    release: {
      stage: 'release',
      timeout,
      image: nodeImage,
      needs: ['check'],
      rules: [onMain],
      environment: { name: 'modelyard', action: 'access' },
      id_tokens: { MODELYARD_ID_TOKEN: { aud: 'modelyard' } },
      script: [installClient, ...portalChecks.map(({ script }) => script)],
      artifacts: {
        when: 'always',
        expire_in: '30 days',
        paths: ['ci-output/reports'],
      },
    },
  };
}

const texts = new Map<boolean, string>();

/** The pipeline of GitLab CI. */
export function gitlabFile(gatekeeper: boolean): RepositoryFile {
  const text =
    texts.get(gatekeeper) ??
    header + stringify(pipeline(gatekeeper), { lineWidth: 0 });
  texts.set(gatekeeper, text);
  return { path: '.gitlab-ci.yml', text };
}
