import { RegistrationFile } from '../RegistrationFile';
import { toYaml } from '../toYaml';
import { steps } from './steps';

const pipeline = {
  stages: ['check'],
  workflow: {
    rules: [
      { if: '$CI_PIPELINE_SOURCE == "merge_request_event"' },
      { if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' },
    ],
  },
  models: {
    stage: 'check',
    timeout: '15 minutes',
    image:
      'golang:1.26.8-bookworm@sha256:a688600ca24f8a4d3ca77f95b0dd40704a9fc787c826660eb7ba0b641b8b175d',
    script: steps.map(({ run }) => run),
  },
};

/** The pipeline of GitLab CI. */
export function gitlabFile(): RegistrationFile {
  return { path: '.gitlab-ci.yml', content: toYaml(pipeline) };
}
