import {
  checkServiceInput,
  runtimeOptions,
} from '@modelyard/plugin-model-delivery-common';
import { defaultEnvironment } from '../EnvironmentsField/defaults';
import { isRuntimeKey, toRuntime } from '../form/serviceValues';
import { fitToRuntime } from './fitToRuntime';

const runtimes = Object.keys(runtimeOptions).filter(isRuntimeKey);
const pairs = runtimes.flatMap(from => runtimes.map(to => [from, to] as const));

function valuesOf(runtime: (typeof runtimes)[number]) {
  return {
    name: 'api',
    owner: 'group:default/risk-ml',
    costCenter: 'cc-42',
    model: { ref: 'model:default/credit-risk', version: '7' },
    image: `registry.example.com/api@sha256:${'a'.repeat(64)}`,
    repository: { name: 'api-gitops' },
    runtime: toRuntime(runtime),
    environments: ['dev', 'prod'].map((name, index) =>
      defaultEnvironment(name, runtime, index === 1),
    ),
  };
}

describe('fitToRuntime', () => {
  it.each(pairs)('leads from %s to %s without leftovers', (from, to) => {
    const before = {
      ...valuesOf(from),
      ...(runtimeOptions[from].job && { job: { retries: 1 } }),
      ...(runtimeOptions[from].serving && { serving: { port: 9000 } }),
    };
    const after = fitToRuntime(before, { ...before, runtime: toRuntime(to) });
    expect(checkServiceInput(after).findings).toEqual([]);
  });

  it('keeps what goes with both', () => {
    const before = valuesOf('kserve/standard');
    before.environments[0].resources.cpu = '3';
    const runtime = toRuntime('deployment');
    const after = fitToRuntime(before, { ...before, runtime });
    expect(after.environments).toEqual(before.environments);
  });

  it('touches nothing while the runtime stays', () => {
    const before = valuesOf('deployment');
    const after = { ...before, name: 'other' };
    expect(fitToRuntime(before, after)).toBe(after);
  });
});
