import { PlanContext } from '@modelyard/plugin-model-delivery-common';
import { serviceInput } from '../__testUtils__/serviceInput';
import { KnownPlans } from './KnownPlans';

describe('KnownPlans', () => {
  const context: PlanContext = {
    gates: [],
    repositoryUrl: 'https://portal.example.com/git/api-gitops.git',
  };

  it('plans once what follows from the same, and again what does not', () => {
    const plans = KnownPlans.create();
    const plan = (name: string, known = context, mode = 'write' as const) =>
      plans.plan(serviceInput(name), known, { mode });
    const first = plan('api');
    expect(plan('api', { ...context })).toBe(first);
    expect(plan('other')).not.toBe(first);
    expect(plan('api', { ...context, versions: ['8'] })).not.toBe(first);
    const shown = plans.plan(serviceInput('api'), context, { mode: 'preview' });
    expect(shown).not.toBe(first);
  });
});
