import { JsonObject } from '@backstage/types';
import { createSource } from './__testUtils__/createSource';

const query = { measure: 'requests', expr: 'up' };

describe('configuration of type prometheus', () => {
  it.each<[JsonObject, RegExp]>([
    [{}, /sources\[0\]: name presets .* or nothing is counted/],
    [{ presets: ['kserv'] }, /sources\[0\].presets: "kserv" is unknown/],
    [
      { queries: [{ ...query, measure: 'calls' }] },
      /sources\[0\].queries\[0\].measure: "calls" is unknown/,
    ],
    [
      { queries: [query, { ...query, labels: { team: 'x' } }] },
      /queries\[1\].labels: "team" is no pod label/,
    ],
    [
      { queries: [{ ...query, labels: { 'modelyard.io/model': 'a) or (b' } }] },
      /queries\[0\].labels, modelyard.io\/model: "a\) or \(b" is no label/,
    ],
    [
      { presets: ['vllm'], clusterLabel: 'the cluster' },
      /sources\[0\].clusterLabel: "the cluster" is no label/,
    ],
    [
      { presets: ['vllm'], auth: { type: 'digest' } },
      /sources\[0\].auth.type: "digest" is not known/,
    ],
  ])('names the key that is wrong in %j', (config, message) => {
    expect(() => createSource('http://prometheus', config)).toThrow(message);
  });

  it('needs an address', () => {
    expect(() => createSource(undefined, { presets: ['vllm'] })).toThrow(
      /sources\[0\].baseUrl is missing/,
    );
  });
});
