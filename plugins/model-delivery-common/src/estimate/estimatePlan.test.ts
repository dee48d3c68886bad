import { context, environment, service } from '../__fixtures__/service';
import {
  prometheusTrigger,
  scalings,
  variants,
} from '../__fixtures__/variants';
import { ServiceInput } from '../input/serviceInputSchema';
import { plan } from '../plan/plan';
import { PlanContext } from '../plan/types';

const prices = {
  currency: 'USD',
  cpuHour: 40_000,
  memoryGibHour: 5_000,
  gpuHour: { 'nvidia.com/gpu': 1_000_000 },
};
// Half a core and one GiB.
const hour = 25_000;

function estimate(input: ServiceInput, more: Partial<PlanContext> = {}) {
  return plan(input, context({ prices, ...more })).estimate;
}

describe('the estimate', () => {
  it('is absent without prices', () => {
    expect(plan(service(), context())).not.toHaveProperty('estimate');
  });

  it('goes from the least to the most replicas', () => {
    const [dev] = estimate(service())?.perEnvironment ?? [];
    expect(dev).toEqual({
      name: 'dev',
      low: 2 * 730 * hour,
      expected: 4 * 730 * hour,
      high: 6 * 730 * hour,
      basis:
        '2 to 6 replicas, expected half way, 730 hours, at the prices of the cluster',
    });
  });

  it('expects what was measured', () => {
    const measured = [{ environment: 'dev', monthly: 123, days: 28 }];
    const [dev, prod] = estimate(service(), { measured })?.perEnvironment ?? [];
    expect(dev).toMatchObject({ low: 123, expected: 123 });
    expect(dev.basis).toContain('last 28 days');
    expect(prod.expected).toBe(4 * 730 * hour);
  });

  it('has what was measured within its range', () => {
    const measured = [{ environment: 'dev', monthly: 1e12, days: 28 }];
    const [dev] = estimate(service(), { measured })?.perEnvironment ?? [];
    expect(dev).toMatchObject({
      low: 2 * 730 * hour,
      expected: 1e12,
      high: 1e12,
    });
  });

  it('starts at nothing where nothing may run', () => {
    const [prod] = estimate(variants.knative)?.perEnvironment ?? [];
    expect(prod.low).toBe(0);
  });

  it('leaves out an environment whose price is not known', () => {
    const gpu = { resource: 'amd.com/gpu', count: 1 };
    const environments = [
      environment('dev'),
      environment('prod', { resources: { cpu: '1', memory: '1Gi', gpu } }),
    ];
    const names = estimate(service({ environments }))?.perEnvironment.map(
      e => e.name,
    );
    expect(names).toEqual(['dev']);
  });

  it('counts GPUs', () => {
    const gpu = { resource: 'nvidia.com/gpu', count: 2 };
    const resources = { cpu: '500m', memory: '1Gi', gpu };
    const scaling = scalings.fixed;
    const environments = [environment('prod', { resources, scaling })];
    const [prod] = estimate(service({ environments }))?.perEnvironment ?? [];
    expect(prod.low).toBe(2 * 730 * (hour + 2_000_000));
    expect(prod.high).toBe(prod.low);
  });

  it.each([
    ['a weekly job', {}, (52 / 12) * 4, '4.3 runs of at most 4 hours'],
    ['a job on drift', { trigger: prometheusTrigger }, 730, 'never to always'],
    [
      'a job that never rests',
      { trigger: { kind: 'schedule', cron: '* * * * *' } as const },
      730,
      'runs of at most 4 hours',
    ],
  ])('takes %s for as long as it may run', (_, job, hours, basis) => {
    const [prod] =
      estimate({ ...variants['retraining-job'], job })?.perEnvironment ?? [];
    expect(prod.low).toBe(0);
    expect(prod.high / hour).toBeCloseTo(hours, 0);
    expect(prod.basis).toContain(basis);
  });

  it('takes a batch for one run', () => {
    const [prod] = estimate(variants['batch-inference'])?.perEnvironment ?? [];
    expect(prod.high).toBe(2 * 4 * hour);
  });
});
