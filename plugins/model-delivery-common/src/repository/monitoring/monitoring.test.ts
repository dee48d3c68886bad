import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { environment, service } from '../../__fixtures__/service';
import { kafkaTrigger, variants } from '../../__fixtures__/variants';
import { RuntimeKey } from '../../input/runtimeOptions';
import { ServiceInput } from '../../input/serviceInputSchema';
import {
  dashboardOf,
  drift,
  gpu,
  inputs,
  job,
  kindsOf,
  objectsOf,
  rulesOf,
  specOf,
} from './__fixtures__/monitored';
import { monitoringTypes } from './monitoring';
import { longestGap } from './runs';

describe('monitoring', () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  const validators = new Map(
    monitoringTypes.map(({ group, version, kind }) => {
      const name = [kind.toLowerCase(), group, version].filter(Boolean);
      const file = `../../__fixtures__/schemas/${name.join('-')}.json`;
      const text = readFileSync(join(__dirname, file), 'utf8');
      return [kind, ajv.compile(JSON.parse(text))];
    }),
  );

  it.each(inputs)('of %s meets the strict schemas', (_, input) => {
    for (const object of objectsOf(input)) {
      const validate = validators.get(String(object.kind));
      expect([object.kind, validate?.(object), validate?.errors]).toEqual([
        object.kind,
        true,
        null,
      ]);
    }
  });

  it.each([
    ['deployment', ['ServiceMonitor']],
    ['kserve/standard', ['PodMonitor']],
    ['kserve/knative', ['PodMonitor']],
    ['kserve-llm', ['PodMonitor']],
    ['knative', ['PodMonitor']],
    ['retraining-job', []],
    ['batch-inference', []],
  ] as [RuntimeKey, string[]][])('of %s is scraped by %j', (key, monitors) => {
    expect(kindsOf(variants[key])).toEqual([
      ...monitors,
      'PrometheusRule',
      'ConfigMap',
    ]);
  });

  it('scrapes where the runtime shows its metrics', () => {
    const endpointOf = (key: RuntimeKey, format?: string) =>
      specOf(objectsOf(variants[key], format), 'PodMonitor')
        .podMetricsEndpoints;
    expect(endpointOf('kserve/standard')).toEqual([
      { portNumber: 8080, path: '/metrics', interval: '30s' },
    ]);
    expect(endpointOf('kserve/standard', 'onnx')).toMatchObject([
      { portNumber: 8002 },
    ]);
    expect(endpointOf('knative')).toMatchObject([{ port: 'http-usermetric' }]);
    expect(endpointOf('kserve-llm')).toMatchObject([
      { portNumber: 8000, scheme: 'https' },
    ]);
    const own = { ...variants.deployment, serving: { metricsPath: '/m' } };
    expect(specOf(objectsOf(own), 'ServiceMonitor').endpoints).toMatchObject([
      { port: 'http', path: '/m' },
    ]);
  });

  it('leaves out what the input leaves out', () => {
    const without = (monitoring: ServiceInput['monitoring']) =>
      kindsOf(service({ monitoring }));
    expect(without({ serviceMonitor: false })).toEqual([
      'PrometheusRule',
      'ConfigMap',
    ]);
    expect(without({ rules: false })).toEqual(['PodMonitor', 'ConfigMap']);
    expect(without({ dashboard: false })).toEqual([
      'PodMonitor',
      'PrometheusRule',
    ]);
  });

  const serving = [
    'ModelErrors',
    'ModelLatency',
    'ModelReplicasUnavailable',
    'ModelCrashLooping',
  ];
  it.each([
    ['a service', service(), serving],
    ['drift', service({ monitoring: { drift } }), [...serving, 'ModelDrift']],
    ['a job by the clock', job, ['ModelJobFailed', 'ModelJobOverdue']],
    [
      'a job by events',
      { ...job, job: { trigger: kafkaTrigger } },
      ['ModelJobFailed'],
    ],
    ['a batch', variants['batch-inference'], ['ModelJobFailed']],
  ])('alerts for %s', (_, input, alerts) => {
    expect(rulesOf(input).map(({ alert }) => alert)).toEqual(alerts);
  });

  it('has no alert that could not fire, on servers with other metrics', () => {
    expect(rulesOf(service(), 'onnx').map(({ alert }) => alert)).toEqual([
      'ModelReplicasUnavailable',
      'ModelCrashLooping',
    ]);
  });

  it('says of each alert whose it is, how bad, and what to do', () => {
    for (const [, input] of inputs) {
      for (const { labels, annotations } of rulesOf(input)) {
        expect(labels).toEqual({
          severity: expect.stringMatching(/^(critical|warning)$/),
          modelyard_io_service: input.name,
          modelyard_io_environment: input.environments[0].name,
          modelyard_io_model: 'credit-risk',
          modelyard_io_owner: 'risk-ml',
        });
        expect(annotations.summary).toMatch(/ in (dev|prod): .+\.$/);
        expect(annotations.runbook).toMatch(/\.$/);
      }
    }
  });

  it('takes the bounds of the input', () => {
    const monitoring = { errorPercent: 2.5, latencySeconds: 0.3 };
    const [errors, latency] = rulesOf(service({ monitoring }));
    expect(errors.expr).toMatch(/ > 2\.5$/);
    expect(latency.expr).toMatch(/ > 0\.3$/);
    for (const { expr } of rulesOf(service()).slice(0, 2)) {
      expect(expr).toMatch(/ > 1$/);
    }
  });

  it.each(inputs)('draws %s with the queries of its alerts', (_, input) => {
    const { panels } = dashboardOf(input);
    expect(panels.length).toBeGreaterThanOrEqual(3);
    for (const { fieldConfig, targets } of panels) {
      expect(fieldConfig.defaults.unit).not.toBe('');
      for (const target of targets) expect(target.legendFormat).not.toBe('');
    }
    const drawn = panels.flatMap(p =>
      p.targets.map(t => t.expr.replace(/^time\(\) - /, '')),
    );
    const alerted = rulesOf(input).map(({ expr }) => expr);
    const shared = alerted.filter(expr => drawn.some(d => expr.includes(d)));
    expect(shared.length).toBeGreaterThanOrEqual(1);
  });

  it('shows GPUs and drift only where there are any', () => {
    const titles = (changes: Partial<ServiceInput>) =>
      dashboardOf(service(changes)).panels.map(({ title }) => title);
    const base = [
      'Requests',
      'Error share',
      'Latency, 95th percentile',
      'Replicas',
      'CPU',
      'Memory',
    ];
    expect(titles({})).toEqual(base);
    const resources = { cpu: '2', memory: '8Gi', gpu };
    expect(
      titles({
        environments: [environment('dev', { resources })],
        monitoring: { drift },
      }),
    ).toEqual([...base, 'GPU', 'Drift']);
  });

  it('is the same every time, and another one in another place', () => {
    const text = () => JSON.stringify(objectsOf(service()));
    expect(text()).toBe(text());
    const other = service({ environments: [environment('prod')] });
    expect(dashboardOf(other).uid).not.toBe(dashboardOf(service()).uid);
  });

  it.each([
    ['* * * * *', 3600],
    ['*/10 * * * *', 3600],
    ['0 3 * * *', 86_400],
    ['0 3 * * 1', 7 * 86_400],
    ['0 3 1 * *', 31 * 86_400],
    ['0 3 1 1 *', 366 * 86_400],
  ])('knows the longest gap of %s', (cron, seconds) => {
    expect(longestGap(cron)).toBe(seconds);
  });
});
