import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { fileCostSourceType } from '../sources/file/fileCostSourceType';
import { readCostConfig } from './readCostConfig';

function read(modelCost: JsonObject) {
  return readCostConfig({
    config: mockServices.rootConfig({ data: { modelCost } }),
    logger: mockServices.logger.mock(),
    types: new Map([['file', fileCostSourceType]]),
  });
}

const file = { id: 'a', type: 'file', target: '/days' };

describe('readCostConfig', () => {
  it('has defaults', () => {
    expect(read({})).toMatchObject({
      currency: 'USD',
      sources: [],
      schedule: { frequency: { hours: 1 } },
    });
  });

  it('reads rates as they are written, to the last place', () => {
    const rate = (value: string | number) =>
      read({ rates: [{ currency: 'EUR', from: '2026-01-01', rate: value }] })
        .rates;
    const expected = { currency: 'EUR', from: '2026-01-01' };
    expect(rate('1.0825')).toEqual([
      { ...expected, numerator: 10825n, denominator: 10000n },
    ]);
    expect(rate(2)).toEqual([{ ...expected, numerator: 2n, denominator: 1n }]);
  });

  it('reads a source', () => {
    const { sources, currency } = read({
      currency: 'EUR',
      sources: [{ ...file, redate: 'yesterday' }],
    });
    expect(currency).toBe('EUR');
    expect(sources).toMatchObject([{ id: 'a', type: 'file', redate: true }]);
  });

  it.each<[JsonObject, RegExp]>([
    [{ currency: 'Dollar' }, /modelCost.currency/],
    [{ timezone: 'Europe/Berlin' }, /modelCost.timezone/],
    [{ sources: [{ ...file, id: 'a b' }] }, /modelCost.sources\[0\].id/],
    [{ sources: [file, file] }, /id "a" is used twice/],
    [{ sources: [{ ...file, type: 'x' }] }, /sources\[0\].type.*file/],
    [{ sources: [{ ...file, redate: 'x' }] }, /sources\[0\].redate/],
    [{ sources: [{ ...file, currency: 'Euro' }] }, /sources\[0\].currency/],
    [{ sources: [{ ...file, rereadDays: -1 }] }, /sources\[0\].rereadDays/],
    [
      { rates: [{ currency: 'EUR', from: '2026-02-30', rate: '1' }] },
      /modelCost.rates\[0\].from/,
    ],
    [
      { rates: [{ currency: 'EUR', from: '2026-02-01', rate: '-1' }] },
      /modelCost.rates\[0\].rate: "-1" is no rate; write what one EUR is worth/,
    ],
    [{ allocation: { idle: 'even' } }, /modelCost.allocation.idle/],
    [
      { attribution: { rules: [{ match: {}, set: { owner: 'Team A' } }] } },
      /modelCost.attribution.rules\[0\].set.owner: .* write "team-a"/,
    ],
    [
      { attribution: { rules: [{ match: { name: 'x' }, set: {} }] } },
      /modelCost.attribution.rules\[0\].match/,
    ],
    [{ sources: [{ ...file, target: '../../etc' }] }, /id a: target/],
    [{ sources: [{ id: 'a', type: 'file' }] }, /target/],
  ])('names the key that is wrong in %j', (config, message) => {
    expect(() => read(config)).toThrow(message);
  });
});
