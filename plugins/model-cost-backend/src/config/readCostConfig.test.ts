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
    [{ sources: [{ ...file, currency: 'EUR' }] }, /sources\[0\].currency/],
    [{ sources: [{ ...file, target: '../../etc' }] }, /id a: target/],
    [{ sources: [{ id: 'a', type: 'file' }] }, /target/],
  ])('names the key that is wrong in %j', (config, message) => {
    expect(() => read(config)).toThrow(message);
  });
});
