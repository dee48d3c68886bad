import { environment, service } from '../__fixtures__/service';
import { checkServiceInput } from './checkServiceInput';
import { ServiceInput } from './serviceInputSchema';

function fields(value: unknown): (string | undefined)[] {
  return checkServiceInput(value).findings.map(f => f.field);
}

function oneEnvironment(
  changes: Parameters<typeof environment>[1],
  rest: Partial<ServiceInput> = {},
): ServiceInput {
  return service({ environments: [environment('prod', changes)], ...rest });
}

const hpa = {
  kind: 'hpa',
  minReplicas: 1,
  maxReplicas: 2,
  metric: 'cpu',
  target: 70,
} as const;

describe('checkServiceInput', () => {
  it('accepts a service and returns it as it is', () => {
    expect(checkServiceInput(service())).toEqual({
      input: service(),
      findings: [],
    });
  });

  it.each([
    ['nothing', undefined, ''],
    ['a list', [], ''],
    ['a missing name', { ...service(), name: undefined }, '/name'],
    ['an unknown field', { ...service(), compliance: 'passed' }, '/compliance'],
    [
      'an unknown field of an environment',
      service({
        environments: [{ ...environment('dev'), gate: 'open' } as never],
      }),
      '/environments/0/gate',
    ],
    ['no environment', service({ environments: [] }), '/environments'],
  ])('refuses %s', (_, value, field) => {
    expect(fields(value)).toEqual([field]);
  });

  it.each([
    'x"\n privileged: true',
    "it's",
    'a${{ b }}',
    'A'.repeat(80),
    'a'.repeat(54),
    '7up',
    'Up',
    'up-',
    '',
    '../up',
  ])('refuses the name %j', name => {
    expect(fields(service({ name }))).toContain('/name');
  });

  it.each(['a', 'no', 'y', 'null', 'a'.repeat(45)])(
    'accepts the name %j',
    name => {
      expect(fields(service({ name }))).toEqual([]);
    },
  );

  it.each([
    ['/owner', { owner: 'nobody here' }],
    ['/owner', { owner: 'model:default/x' }],
    ['/system', { system: 'a b' }],
    ['/model/ref', { model: { ref: 'credit-risk', version: '7' } }],
    [
      '/model/version',
      { model: { ref: 'model:default/x', version: '7 or 8' } },
    ],
    ['/costCenter', { costCenter: 'c'.repeat(64) }],
    ['/costCenter', { costCenter: '---' }],
    ['/tenant', { tenant: 'a"b' }],
    ['/repository/name', { repository: { name: '../other' } }],
    ['/image', { image: 'registry.example.com/model:latest' }],
    ['/image', { image: 'registry.example.com/model' }],
    ['/image', { runtime: { kind: 'deployment' as const } }],
    [
      '/runtime/mode',
      {
        image: `registry.example.com/model@sha256:${'a'.repeat(64)}`,
        runtime: { kind: 'deployment' as const, mode: 'knative' as const },
      },
    ],
    ['/description', { description: 'two\nlines' }],
    ['/description', { description: 'run ${{ secrets.TOKEN }}' }],
    ['/description', { description: 'right \u202e left' }],
    ['/description', { description: 'half \ud800 pair' }],
    ['/env/API_TOKEN', { env: { API_TOKEN: 'abc' } }],
    ['/env/PYTHONPATH', { env: { PYTHONPATH: '/mnt' } }],
    ['/env/a~1b', { env: { 'a/b': 'c' } }],
  ])('refuses with %s', (field, changes) => {
    expect(fields(service(changes))).toEqual([field]);
  });

  it('accepts what looks like it but is no secret', () => {
    expect(
      fields(service({ env: { MAX_TOKENS: '5', TOKENIZER: 'a', QUOTE: '"' } })),
    ).toEqual([]);
  });

  it.each([
    ['modelyard.io/model', 'x'],
    ['app.kubernetes.io/component', 'web'],
    ['responsible-ai-compliance', 'passed'],
    ['example.com/responsible-ai-compliance', 'passed'],
    ['ai-alignment-status', 'audited'],
    ['serving.kserve.io/deploymentMode', 'Knative'],
    ['autoscaling.knative.dev/min-scale', '0'],
    ['not a key', 'x'],
  ])('refuses the label and annotation %s', (key, value) => {
    const field = key.replace(/\//g, '~1');
    expect(fields(service({ labels: { [key]: value } }))).toEqual([
      `/labels/${field}`,
    ]);
    expect(fields(service({ annotations: { [key]: value } }))).toEqual([
      `/annotations/${field}`,
    ]);
  });

  it('refuses a label over 63 characters and takes one of 63', () => {
    expect(fields(service({ labels: { team: 'a'.repeat(64) } }))).toEqual([
      '/labels/team',
    ]);
    expect(fields(service({ labels: { team: 'a'.repeat(63) } }))).toEqual([]);
  });

  it.each([
    ['/resources/memory', { resources: { cpu: '1', memory: '512m' } }],
    ['/resources/memory', { resources: { cpu: '1', memory: '1 Gi' } }],
    ['/resources/memory', { resources: { cpu: '1', memory: '1Mi' } }],
    ['/resources/cpu', { resources: { cpu: '1Gi', memory: '1Gi' } }],
    ['/resources/cpu', { resources: { cpu: '0', memory: '1Gi' } }],
    ['/scaling/minReplicas', { scaling: { ...hpa, minReplicas: 0 } }],
    ['/scaling/minReplicas', { scaling: { ...hpa, minReplicas: -3 } }],
    ['/scaling/maxReplicas', { scaling: { ...hpa, minReplicas: 3 } }],
    ['/scaling/target', { scaling: { ...hpa, target: 101 } }],
    ['/scaling/kind', { scaling: { ...hpa, kind: 'knative', metric: 'rps' } }],
    ['/rollout/percent', { rollout: { kind: 'canary', percent: 100 } }],
    ['/namespace', { namespace: 'Prod' }],
    ['/namespace', { namespace: 'n'.repeat(40) }],
    ['/name', { name: 'no/path' }],
  ] as [string, Partial<ReturnType<typeof environment>>][])(
    'refuses an environment with %s',
    (field, changes) => {
      expect(fields(oneEnvironment(changes))).toEqual([
        `/environments/0${field}`,
      ]);
    },
  );

  it('says what 512m of memory means', () => {
    const { findings } = checkServiceInput(
      oneEnvironment({ resources: { cpu: '1', memory: '512m' } }),
    );
    expect(findings[0].message).toContain('"512Mi"');
  });

  it('lets only Knative scale to zero and refuses hpa there', () => {
    const runtime = { kind: 'kserve', mode: 'knative' } as const;
    const scaling = {
      kind: 'knative',
      minReplicas: 0,
      maxReplicas: 3,
      metric: 'concurrency',
      target: 10,
    } as const;
    expect(fields(oneEnvironment({ scaling }, { runtime }))).toEqual([]);
    expect(fields(oneEnvironment({ scaling: hpa }, { runtime }))).toEqual([
      '/environments/0/scaling/kind',
    ]);
  });

  it('refuses an environment that stands twice', () => {
    const environments = [environment('dev'), environment('dev')];
    expect(fields(service({ environments }))).toEqual(['/environments/1/name']);
  });
});
