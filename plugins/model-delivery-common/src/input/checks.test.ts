import { environment, service } from '../__fixtures__/service';
import {
  kafkaTrigger,
  prometheusTrigger,
  scalings,
  variants,
} from '../__fixtures__/variants';
import { checkCron, checkTimeZone, runsPerMonth } from './checkCron';
import { checkServiceInput } from './checkServiceInput';
import { EnvironmentInput, ServiceInput } from './serviceInputSchema';

function fields(value: unknown): (string | undefined)[] {
  return checkServiceInput(value).findings.map(f => f.field);
}

const deployment = (change: Partial<EnvironmentInput>): ServiceInput => ({
  ...variants.deployment,
  environments: [environment('prod', change)],
});
const retraining = (job: ServiceInput['job']): ServiceInput => ({
  ...variants['retraining-job'],
  job,
});
const withKeda = (change: object) =>
  deployment({
    scaling: {
      ...scalings.keda,
      trigger: { ...kafkaTrigger, ...change },
    } as never,
  });

describe('checkCron', () => {
  it.each([
    '0 3 * * 1',
    '*/5 0-23/2 1,15 jan-mar MON-FRI',
    '59 23 31 12 6',
    '0 0 * * sun',
  ])('accepts %s', cron => {
    expect(checkCron(cron, '/cron')).toEqual([]);
  });

  it.each([
    ['', 'five fields'],
    ['@daily', 'five fields'],
    ['0 3 * *', 'five fields'],
    ['0  3 * * 1', 'five fields'],
    ['60 3 * * 1', 'minute'],
    ['0 24 * * 1', 'hour'],
    ['0 3 0 * 1', 'day of month'],
    ['0 3 * 13 1', 'month'],
    ['0 3 * * 7', 'day of week'],
    ['*/0 3 * * 1', 'minute'],
    ['5-1 3 * * 1', 'minute'],
    ['0 3 L * 1', 'day of month'],
    ['0 3 * mon 1', 'month'],
    ['0,, 3 * * 1', 'minute'],
    ['-1 3 * * 1', 'minute'],
  ])('refuses %j', (cron, what) => {
    expect(checkCron(cron, '/cron')).toEqual([
      expect.objectContaining({
        field: '/cron',
        message: expect.stringContaining(what),
      }),
    ]);
  });
});

describe('runsPerMonth', () => {
  it.each([
    ['0 3 * * 1', 52 / 12],
    ['*/15 * * * *', (4 * 24 * 365) / 12],
    ['0 0 1 * *', 1],
    ['0 0 1 jan *', 1 / 12],
    ['0 0 1 * mon', (12 + 52 - 2) / 12],
    ['0 8/4 * * *', (4 * 365) / 12],
  ])('counts %s', (cron, runs) => {
    expect(runsPerMonth(cron)).toBeCloseTo(runs, 0);
  });
});

describe('checkTimeZone', () => {
  it.each([undefined, 'UTC', 'Etc/UTC', 'Europe/Berlin', 'America/New_York'])(
    'accepts %s',
    name => expect(checkTimeZone(name, '/z')).toEqual([]),
  );
  it.each(['', 'europe/berlin', '+01:00', 'Mars/Base', 'Europe/Berlin; rm'])(
    'refuses %j',
    name => expect(checkTimeZone(name, '/z')).toHaveLength(1),
  );
});

describe('the parts of a service input', () => {
  const at = '/environments/0';

  it.each<[string, ServiceInput]>([
    [
      `${at}/scaling/trigger/bootstrapServers`,
      withKeda({ bootstrapServers: 'kafka' }),
    ],
    [`${at}/scaling/trigger/topic`, withKeda({ topic: 'a b' })],
    [`${at}/scaling/trigger/consumerGroup`, withKeda({ consumerGroup: '' })],
    [`${at}/scaling/trigger/lagThreshold`, withKeda({ lagThreshold: 0 })],
    [`${at}/scaling/trigger/authentication`, withKeda({ authentication: 'A' })],
    [
      `${at}/placement/nodeSelector/a b`,
      deployment({ placement: { nodeSelector: { 'a b': 'c' } } }),
    ],
    [
      `${at}/placement/tolerations/0/key`,
      deployment({ placement: { tolerations: [{ key: '' }] } }),
    ],
    [
      `${at}/placement/tolerations/0/value`,
      deployment({ placement: { tolerations: [{ key: 'a', value: 'b c' }] } }),
    ],
    [
      `${at}/resources/gpu/product`,
      deployment({
        resources: {
          cpu: '1',
          memory: '1Gi',
          gpu: { resource: 'nvidia.com/gpu', count: 1, product: 'a b' },
        },
      }),
    ],
    [`${at}/quota/cpu`, deployment({ quota: { cpu: '3', memory: '99Gi' } })],
    [`${at}/quota/memory`, deployment({ quota: { cpu: '9', memory: '6Gi' } })],
    [
      `${at}/quota/gpu`,
      deployment({ quota: { cpu: '9', memory: '9Gi', gpu: 1 } }),
    ],
    ['/job/timeoutMinutes', retraining({ timeoutMinutes: 0 })],
    ['/job/retries', retraining({ retries: 11 })],
    ['/job/input', retraining({ input: 's3://key:secret@bucket/x' })],
    ['/job/output', retraining({ output: 'somewhere' })],
    [
      '/job/trigger/cron',
      retraining({ trigger: { kind: 'schedule', cron: 'x' } }),
    ],
    [
      '/job/trigger/timeZone',
      retraining({
        trigger: { kind: 'schedule', cron: '0 3 * * 1', timeZone: 'x' },
      }),
    ],
    [
      '/job/trigger/serverAddress',
      retraining({
        trigger: { ...prometheusTrigger, serverAddress: 'http://a:b@c' },
      }),
    ],
    [
      '/job/trigger/query',
      retraining({ trigger: { ...prometheusTrigger, query: ' ' } }),
    ],
    [
      '/job/trigger/threshold',
      retraining({ trigger: { ...prometheusTrigger, threshold: -1 } }),
    ],
    ['/name', { ...variants['retraining-job'], name: 'a'.repeat(53) }],
    ['/serving/port', { ...variants.deployment, serving: { port: 80 } }],
    [
      '/serving/healthPath',
      { ...variants.deployment, serving: { healthPath: 'x' } },
    ],
    [
      '/serving/metricsPath',
      { ...variants.deployment, serving: { metricsPath: '/a?b' } },
    ],
    ['/monitoring/errorPercent', service({ monitoring: { errorPercent: 0 } })],
    [
      '/monitoring/latencySeconds',
      service({ monitoring: { latencySeconds: -1 } }),
    ],
    [
      '/monitoring/drift/query',
      service({ monitoring: { drift: { query: '', above: 1 } } }),
    ],
    [
      '/syncWindows',
      service({
        controller: 'flux',
        syncWindows: [{ kind: 'deny', cron: '0 1 * * *', hours: 1 }],
      }),
    ],
    [
      '/syncWindows/0/hours',
      service({ syncWindows: [{ kind: 'deny', cron: '0 1 * * *', hours: 0 }] }),
    ],
    [
      '/syncWindows/0/environments/0',
      service({
        syncWindows: [
          { kind: 'deny', cron: '0 1 * * *', hours: 1, environments: ['moon'] },
        ],
      }),
    ],
    ['/env/MODEL_URI', service({ env: { MODEL_URI: 's3://other' } })],
  ])('refuse %s', (field, input) => {
    expect(fields(input)).toEqual([field]);
  });

  const secret = {
    name: 'db',
    store: { name: 'vault' },
    key: 'risk/db',
    variables: { DB_PASSWORD: 'password' },
  };

  it.each([
    ['/secrets/0/name', [{ ...secret, name: 'D B' }]],
    ['/secrets/0/name', [{ ...secret, name: 'a'.repeat(60) }]],
    ['/secrets/0/store/name', [{ ...secret, store: { name: '' } }]],
    ['/secrets/0/key', [{ ...secret, key: 'a b' }]],
    ['/secrets/0/variables', [{ ...secret, variables: {} }]],
    [
      '/secrets/0/variables/LD_PRELOAD',
      [{ ...secret, variables: { LD_PRELOAD: 'x' } }],
    ],
    [
      '/secrets/0/variables/LOG_LEVEL',
      [{ ...secret, variables: { LOG_LEVEL: 'x' } }],
    ],
    ['/secrets/0/variables/A', [{ ...secret, variables: { A: 'x y' } }]],
    ['/secrets/1/name', [secret, { ...secret, variables: { OTHER: 'x' } }]],
  ])('refuse %s of secrets %#', (field, secrets) => {
    expect(fields(service({ secrets }))).toEqual([field]);
  });

  it('accept a quota that holds every replica and its successor', () => {
    const quota = { cpu: '3500m', memory: '7Gi' };
    expect(fields(deployment({ quota }))).toEqual([]);
    const rollout = { kind: 'blue-green' } as const;
    expect(fields(deployment({ quota, rollout }))).toEqual([
      '/environments/0/quota/cpu',
      '/environments/0/quota/memory',
    ]);
  });
});
