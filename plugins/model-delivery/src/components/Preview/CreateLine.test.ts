import { ServiceInput } from '@modelyard/plugin-model-delivery-common';
import { translate } from '../../__testUtils__/texts';
import { fakePlan } from '../../__testUtils__/fakePlan';
import { createSentence } from './CreateLine';

const resources = { cpu: '1', memory: '1Gi' };
const input: ServiceInput = {
  name: 'api',
  owner: 'group:default/risk-ml',
  costCenter: 'cc-42',
  model: { ref: 'model:default/credit-risk', version: '7' },
  runtime: { kind: 'kserve' },
  repository: { name: 'api-gitops' },
  environments: ['dev', 'prod'].map(name => ({
    name,
    namespace: `ml-${name}`,
    resources,
  })),
};
const closed = (index: number) => ({
  severity: 'warning' as const,
  field: `/environments/${index}`,
  message: 'closed',
});
const url = 'https://github.com/acme/api.git';
const notThere = {
  severity: 'warning' as const,
  field: '/repository/url',
  message: "can't be read",
};
const changed = [{ path: 'README.md', change: 'changed' as const }];

describe('createSentence', () => {
  it.each([
    [
      'all of a new service',
      {},
      'Create will write 3 files for dev and prod to the new repository api-gitops.',
    ],
    [
      'a change',
      { changes: changed },
      'Create will change 1 file for dev and prod in api-gitops.',
    ],
    [
      'nothing new',
      { changes: [] },
      'Create will change nothing in api-gitops: it is so already.',
    ],
    [
      'what is open of a new service',
      { findings: [closed(1)] },
      'Create will write dev to the new repository api-gitops. prod waits until its gate opens.',
    ],
    [
      'what is open of a known service',
      { findings: [closed(0)], changes: changed },
      'Create will change prod in api-gitops. dev waits until its gate opens.',
    ],
    [
      'nothing while no gate is open',
      { findings: [closed(0), closed(1)] },
      'Create will write nothing: no gate is open.',
    ],
    [
      'a repository that a server has to make',
      { findings: [notThere] },
      'Create will write 3 files for dev and prod to the new repository github.com/acme/api.',
      { url },
    ],
    [
      'a repository that a server has',
      {},
      'Create will write 3 files for dev and prod to github.com/acme/api.',
      { url },
    ],
    [
      'a folder',
      {},
      'Create will write 3 files for dev and prod to services/api of github.com/acme/api.',
      { url, path: 'services/api' },
    ],
    [
      'a pull request',
      {},
      'Create will open a pull request that changes 3 files for dev and prod in services/api of github.com/acme/api.',
      { url, path: 'services/api', change: 'pull-request' as const },
    ],
    [
      'what is open of a pull request',
      { findings: [closed(1)] },
      'Create will open a pull request for dev in github.com/acme/api. prod waits until its gate opens.',
      { url, change: 'pull-request' as const },
    ],
    [
      'a pull request that would change nothing',
      { changes: [] },
      'Create will change nothing in github.com/acme/api: it is so already.',
      { url, change: 'pull-request' as const },
    ],
  ])('tells of %s', (_, answers, sentence, place: object = {}) => {
    const repository = { ...input.repository, ...place };
    expect(
      createSentence(translate, { ...input, repository }, fakePlan(answers)),
    ).toBe(sentence);
  });
});
