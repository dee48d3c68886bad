import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { hostileText } from '../__testUtils__/hostile';
import { context, environment } from '../__fixtures__/service';
import {
  kafkaTrigger,
  prometheusTrigger,
  scalings,
  variants,
} from '../__fixtures__/variants';
import { pointer } from '../input/findings';
import { ServiceInput } from '../input/serviceInputSchema';
import { plan } from '../plan/plan';
import { PlanFile } from '../plan/types';

type Path = (string | number)[];

const everywhere: Partial<ServiceInput> = {
  description: 'Scores',
  labels: { team: 'risk' },
  annotations: { 'example.com/note': 'note' },
  secrets: [
    {
      name: 'db',
      store: { name: 'vault' },
      key: 'risk/db',
      variables: { DB_PASSWORD: 'password' },
    },
  ],
  monitoring: { drift: { query: 'max(drift)', above: 0.2 } },
  syncWindows: [
    { kind: 'deny', cron: '0 1 * * *', hours: 1, timeZone: 'Europe/Berlin' },
  ],
  terraform: { cloud: 'aws' },
};

const placement = {
  nodeSelector: { pool: 'ml' },
  tolerations: [{ key: 'dedicated', value: 'ml' }],
};
const gpu = { resource: 'nvidia.com/gpu', count: 1, product: 'NVIDIA-L4' };

/** Inputs that between them use every field. */
const inputs: ServiceInput[] = [
  {
    ...variants['kserve/standard'],
    ...everywhere,
    environments: [
      environment('dev', {
        placement,
        resources: { cpu: '1', memory: '1Gi', gpu },
        scaling: { ...scalings.keda, trigger: prometheusTrigger } as never,
      }),
    ],
  },
  {
    ...variants.deployment,
    ...everywhere,
    serving: { healthPath: '/healthz', metricsPath: '/metrics' },
    repository: {
      name: 'monorepo',
      url: 'https://git.example.com/platform/monorepo.git',
      path: 'services/api',
    },
    environments: [
      environment('dev', {
        quota: { cpu: '20', memory: '20Gi' },
        scaling: {
          ...scalings.keda,
          trigger: { ...kafkaTrigger, authentication: 'login' },
        } as never,
      }),
    ],
  },
  {
    ...variants['retraining-job'],
    ...everywhere,
    terraform: { cloud: 'gcp' },
    job: {
      trigger: {
        kind: 'schedule',
        cron: '0 3 * * 1',
        timeZone: 'Europe/Berlin',
        engine: 'argo-workflows',
      },
      command: ['python'],
      args: ['train.py'],
      input: 's3://in/x',
      output: 's3://out/x',
    },
  },
  { ...variants.knative, ...everywhere },
];

function leavesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    leavesOf(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function withText(input: ServiceInput, path: Path, text: string): ServiceInput {
  const copy = structuredClone(input);
  let parent = copy as unknown as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) parent = parent[step] as typeof parent;
  parent[path[path.length - 1]] = text;
  return copy;
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [
    key,
    ...stringsIn(item),
  ]);
}

const isYaml = ({ path }: PlanFile) => /\.ya?ml$/.test(path);
const isCode = ({ path }: PlanFile) =>
  /^(ci\/|\.github\/|terraform\/[^/]+\.tf$)/.test(path);

function parsed({ content }: PlanFile, version: '1.1' | '1.2'): unknown[] {
  return parseAllDocuments(content, { version }).map(d => d.toJS());
}

const cases = inputs.flatMap(input =>
  leavesOf(input).map(path => ({ input, path })),
);

const codeOf = new Map(
  inputs.map(input => [input, plan(input, context()).files.filter(isCode)]),
);

/** Fields whose text is in no file: the caller makes an address of it. */
const elsewhere = /^\/(repository\/name|policies|pipeline|controller)/;
/** Texts that another field has to go along with. */
const dependents = /\/(namespace|name|environments\/\d+|nodeSelector.*)$/;

describe('every text of an input', () => {
  it('is in the inputs', () => {
    expect(cases.length).toBeGreaterThan(100);
    for (const input of inputs) {
      expect(
        plan(input, context()).findings.map(f => f.severity),
      ).not.toContain('error');
    }
  });

  it('is refused at its field, or kept as it is and nowhere code', () => {
    const pick = fc.constantFrom(...cases);
    let kept = 0;
    fc.assert(
      fc.property(pick, hostileText, ({ input, path }, text) => {
        const field = pointer(...path);
        const { files, findings } = plan(
          withText(input, path, text),
          context(),
        );
        if (!files.length) {
          const fields = findings
            .filter(f => f.severity === 'error')
            .map(f => f.field ?? '');
          expect(fields.length).toBeGreaterThan(0);
          const named = fields.filter(
            f => f === field || field.startsWith(`${f}/`) || dependents.test(f),
          );
          expect({ field, fields, named }).toMatchObject({ named: fields });
          return;
        }
        kept += 1;
        for (const file of files.filter(isYaml)) {
          expect(parsed(file, '1.1')).toEqual(parsed(file, '1.2'));
        }
        expect(files.filter(isCode)).toEqual(codeOf.get(input));
        if (elsewhere.test(field) || text === '') return;
        const found = files
          .filter(isYaml)
          .flatMap(f => stringsIn(parsed(f, '1.2')));
        const wanted = text.toLowerCase();
        expect(found.some(s => s.toLowerCase().includes(wanted))).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(kept).toBeGreaterThan(20);
  }, 120_000);
});
