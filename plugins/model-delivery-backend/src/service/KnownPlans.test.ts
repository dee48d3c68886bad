import {
  checkServiceInput,
  PlanContext,
} from '@modelyard/plugin-model-delivery-common';
import { serviceInput } from '../__testUtils__/serviceInput';
import { KnownPlans } from './KnownPlans';

function inputOf(name: string) {
  const { input } = checkServiceInput(serviceInput(name));
  if (!input) throw new Error('The input of the test is refused');
  return input;
}

describe('KnownPlans', () => {
  const context: PlanContext = {
    gates: [],
    repositoryUrl: 'https://portal.example.com/git/api-gitops.git',
  };

  it('plans once what follows from the same, and again what does not', () => {
    const plans = KnownPlans.create();
    const plan = (name: string, known = context, mode = 'write' as const) =>
      plans.plan(inputOf(name), known, { mode });
    const first = plan('api');
    expect(plan('api', { ...context })).toBe(first);
    expect(plan('other')).not.toBe(first);
    expect(plan('api', { ...context, versions: ['8'] })).not.toBe(first);
    const shown = plans.plan(inputOf('api'), context, { mode: 'preview' });
    expect(shown).not.toBe(first);
  });
});
