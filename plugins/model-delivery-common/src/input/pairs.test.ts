import { environment } from '../__fixtures__/service';
import {
  kafkaTrigger,
  prometheusTrigger,
  scalings,
  variants,
} from '../__fixtures__/variants';
import { checkServiceInput } from './checkServiceInput';
import { RuntimeKey, runtimeOptions } from './runtimeOptions';
import { EnvironmentInput, JobInput, ServiceInput } from './serviceInputSchema';

const keys = Object.keys(runtimeOptions) as RuntimeKey[];

const rollouts = {
  rolling: { kind: 'rolling' },
  canary: { kind: 'canary', percent: 10 },
  'blue-green': { kind: 'blue-green' },
} as const;

const triggers: Record<string, JobInput['trigger']> = {
  schedule: { kind: 'schedule', cron: '0 3 * * 1' },
  kafka: kafkaTrigger,
  prometheus: prometheusTrigger,
};

function fieldsOf(key: RuntimeKey, change: Partial<ServiceInput>) {
  return checkServiceInput({ ...variants[key], ...change }).findings.map(
    f => f.field,
  );
}

function inProd(change: Partial<EnvironmentInput>): Partial<ServiceInput> {
  return {
    environments: [environment('prod', { scaling: undefined, ...change })],
  };
}

const pairs = <T>(record: Readonly<Record<string, T>>) =>
  keys.flatMap(key =>
    Object.entries(record).map(([name, value]) => [key, name, value] as const),
  );

describe('pairs', () => {
  it.each(keys)('accept the plain service of %s', key => {
    expect(fieldsOf(key, {})).toEqual([]);
  });

  it.each(pairs(scalings))('of %s and scaling %s', (key, name, scaling) => {
    const { scaling: allowed } = runtimeOptions[key];
    expect(fieldsOf(key, inProd({ scaling }))).toEqual(
      (allowed as readonly string[]).includes(name)
        ? []
        : ['/environments/0/scaling/kind'],
    );
  });

  it.each(pairs(rollouts))('of %s and rollout %s', (key, name, rollout) => {
    const { rollouts: allowed } = runtimeOptions[key];
    expect(fieldsOf(key, inProd({ rollout }))).toEqual(
      (allowed as readonly string[]).includes(name)
        ? []
        : ['/environments/0/rollout/kind'],
    );
  });

  it.each(pairs(triggers))('of %s and trigger %s', (key, name, trigger) => {
    const { job, triggers: allowed } = runtimeOptions[key];
    const refused = job ? ['/job/trigger/kind'] : ['/job'];
    expect(fieldsOf(key, { job: { trigger } })).toEqual(
      job && (allowed as readonly string[]).includes(name) ? [] : refused,
    );
  });

  it.each(keys)('of %s and no replica', key => {
    const { scaleToZero, scaling } = runtimeOptions[key] as {
      scaleToZero: readonly string[];
      scaling: readonly string[];
    };
    for (const kind of ['hpa', 'knative', 'keda', 'wva'] as const) {
      if (!scaling.includes(kind)) continue;
      const zero = { ...scalings[kind], minReplicas: 0 };
      expect(fieldsOf(key, inProd({ scaling: zero }))).toEqual(
        scaleToZero.includes(kind)
          ? []
          : ['/environments/0/scaling/minReplicas'],
      );
    }
  });

  it.each(keys)('of %s and an image', key => {
    const required = runtimeOptions[key].image === 'required';
    expect(fieldsOf(key, { image: undefined })).toEqual(
      required ? ['/image'] : [],
    );
  });

  it.each(keys)('of %s and a port', key => {
    expect(fieldsOf(key, { serving: { port: 9000 } })).toEqual(
      runtimeOptions[key].serving ? [] : ['/serving'],
    );
  });

  it('know no trigger of Kafka for KServe, which can not follow it', () => {
    const scaling = { ...scalings.keda, trigger: kafkaTrigger } as never;
    expect(fieldsOf('kserve/standard', inProd({ scaling }))).toEqual([
      '/environments/0/scaling/trigger/kind',
    ]);
  });
});
