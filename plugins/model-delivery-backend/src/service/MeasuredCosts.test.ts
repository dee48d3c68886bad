import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ModelCost } from '@modelyard/plugin-model-cost-common';
import { ServiceInput } from '@modelyard/plugin-model-delivery-common';
import { IndexedService } from '../database/ServiceStore';
import { serviceInput } from '../__testUtils__/startDelivery';
import { MeasuredCosts } from './MeasuredCosts';

const input = serviceInput() as ServiceInput;
const prices = { currency: 'USD', cpuHour: 1, memoryGibHour: 1 };
const deployed = [{ environment: 'dev' }] as never;

const cost = (perDay: (number | null)[], currency = 'USD') =>
  ({ currency, groups: [{ key: 'dev', perDay }] }) as ModelCost;

function measured(
  answer: ModelCost | Error,
  options: { names?: string[]; fresh?: boolean; unpriced?: boolean } = {},
) {
  const { names = [input.name], fresh, unpriced } = options;
  const getModelCost = jest.fn(async () => {
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const costs = MeasuredCosts.create({
    auth: mockServices.auth(),
    logger: mockServices.logger.mock(),
    store: {
      list: async () => ({
        items: names.map(name => ({ name }) as IndexedService),
        totalItems: names.length,
      }),
    },
    costs: { getModelCost },
  });
  const read = costs.read(
    input,
    {
      ...(!unpriced && { prices }),
      ...(!fresh && { deployed }),
    },
    mockCredentials.user(),
  );
  return { read, getModelCost };
}

describe('MeasuredCosts', () => {
  it('makes 30 days of the days that are known', async () => {
    const perDay = [...Array(8).fill(1_000_000), null, null];
    expect(await measured(cost(perDay)).read).toEqual([
      { environment: 'dev', monthly: 30_000_000, days: 8 },
    ]);
  });

  it('does not make a month of a few days', async () => {
    expect(await measured(cost([1, 2, 3])).read).toEqual([]);
  });

  it.each([
    ['the service is new', { fresh: true }],
    ['nothing is estimated', { unpriced: true }],
    ['its model has another service', { names: [input.name, 'other'] }],
  ])('asks nobody when %s', async (_, options) => {
    const { read, getModelCost } = measured(cost([]), options);
    expect(await read).toBeUndefined();
    expect(getModelCost).not.toHaveBeenCalled();
  });

  it('does not mix currencies', async () => {
    const answer = cost(Array(30).fill(1), 'EUR');
    expect(await measured(answer).read).toBeUndefined();
  });

  it('does without when nobody answers', async () => {
    expect(await measured(new Error('not installed')).read).toBeUndefined();
  });
});
