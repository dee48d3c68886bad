import {
  complianceLabel,
  modelLabels,
} from '@modelyard/plugin-model-catalog-common';
import fc from 'fast-check';
import { withTool } from '../../__fixtures__/tools';
import { at, digest, edited, Kind, label } from './__testUtils__/edits';
import { gatorVerdicts } from './__testUtils__/gator';
import {
  Case,
  CelPolicy,
  celVerdict,
  objectAt,
  platform,
  policiesFor,
} from './__testUtils__/judges';

const places: [Kind, string][] = [
  ['pod', 'spec'],
  ['deployment', 'spec.template.spec'],
  ['cronjob', 'spec.jobTemplate.spec.template.spec'],
  ['scaledjob', 'spec.jobTargetRef.template.spec'],
  ['inferenceservice', 'spec.predictor'],
  ['llminferenceservice', 'spec.prefill.template'],
  ['cronworkflow', 'spec.workflowSpec.templates.0'],
];

const maybe = <T>(...values: T[]) =>
  fc.option(fc.constantFrom(...values), { nil: undefined });

const securityContext = fc.record(
  {
    privileged: fc.boolean(),
    allowPrivilegeEscalation: fc.boolean(),
    runAsNonRoot: fc.boolean(),
    capabilities: fc.record(
      { add: fc.constantFrom([], ['NET_ADMIN']), drop: fc.constant(['ALL']) },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

const container = fc.record(
  {
    name: fc.constantFrom('main', 'proxy'),
    image: fc.constantFrom(
      '',
      'python',
      `ghcr.io/acme@${digest}`,
      `ghcr.io/acme.io/x@${digest}`,
      `registry.example.com/x@${digest}`,
    ),
    resources: fc.record(
      {
        limits: fc.record(
          { cpu: fc.constant('1'), memory: fc.constant('1Gi') },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: [] },
    ),
    securityContext,
  },
  { requiredKeys: [] },
);

const objects = fc
  .record({
    place: fc.constantFrom(...places),
    owner: maybe('serving.kserve.io/v1beta1', 'example.com/v1'),
    environment: maybe('', 'dev', 'prod'),
    compliance: maybe('', 'passed', 'perhaps'),
    field: fc.constantFrom('containers', 'initContainers'),
    containers: fc.array(container, { minLength: 1, maxLength: 3 }),
    podSecurity: fc.option(securityContext, { nil: undefined }),
    hostNetwork: maybe(true, false),
    volumes: maybe([], [{ name: 'a', hostPath: { path: '/' } }]),
  })
  .map(({ place: [kind, pod], ...drawn }) =>
    edited(
      kind,
      label(modelLabels.environment, drawn.environment),
      label(complianceLabel, drawn.compliance),
      at(`${pod}.${drawn.field}`, drawn.containers),
      at(`${pod}.securityContext`, drawn.podSecurity),
      at(`${pod}.hostNetwork`, drawn.hostNetwork),
      at(`${pod}.volumes`, drawn.volumes),
      at(
        'metadata.ownerReferences',
        drawn.owner && [
          {
            apiVersion: drawn.owner,
            kind: 'InferenceService',
            controller: true,
          },
        ],
      ),
    ),
  );

const { describeTool, title } = withTool('gator');

describeTool(title, () => {
  it('says of any object what cel-js says', () => {
    const files = policiesFor(platform);
    const policy = objectAt<CelPolicy>(
      files,
      'policies/admission-policy/policy.yaml',
    );
    const cases: Case[] = fc
      .sample(objects, { numRuns: 150, seed: 42 })
      .map((object, index) => ({ name: `${index}`, breaks: [], object }));
    const expected = cases.map(c => celVerdict(policy, c.object).sort());
    const { seen, rego, native } = gatorVerdicts(files, cases);
    expect(seen).toBe(150);
    expect(rego).toEqual(expected);
    expect(native).toEqual(expected);
    // Every rule about Pods both holds and is broken among them.
    for (const id of [
      'limits',
      'pinned-images',
      'registries',
      'unprivileged',
    ]) {
      const broken = expected.filter(ids => ids.includes(id)).length;
      expect(broken).toBeGreaterThan(15);
      expect(broken).toBeLessThan(135);
    }
  });
});
