import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { describeCostSource } from '@modelyard/plugin-model-cost-node/testUtils';
import { mockServices } from '@backstage/backend-test-utils';
import { fileCostSourceType } from './fileCostSourceType';
import { parseUsageDay } from './parseUsageDay';

const day = {
  usage: [
    {
      labels: { 'modelyard.io/service': 'assistant' },
      requests: 1200,
      failedRequests: 3,
      promptTokens: 9e5,
      generatedTokens: 2e5,
      latencySeconds: { p50: 0.2, p95: 1.5 },
    },
    { labels: { 'modelyard.io/model': 'm' }, requests: 0 },
  ],
};

function create(target: string, holds: string) {
  return fileCostSourceType.create({
    id: 'gateway',
    configKey: 'modelCost.sources[0]',
    currency: 'USD',
    config: new ConfigReader({ target, holds }),
    logger: mockServices.logger.mock(),
  });
}

describe('a folder of recorded usage', () => {
  const directory = createMockDirectory();

  describeCostSource('a folder of recorded usage', async () => {
    directory.setContent({
      '2026-11-02.json': JSON.stringify(day),
      '2026-11-03.json': JSON.stringify({ usage: [] }),
      '2026-11-04.json': '{"usage": 1}',
    });
    return {
      source: create(directory.path, 'usage'),
      span: { from: '2026-11-01', until: '2026-11-05' },
      brokenDay: '2026-11-04',
      secrets: [directory.path],
    };
  });

  it('reads what a document says', () => {
    const [assistant, model] = parseUsageDay(day, 'x.json');
    expect(assistant).toEqual({
      ...day.usage[0],
      name: 'assistant',
      labels: new Map([['modelyard.io/service', 'assistant']]),
    });
    expect(model).toMatchObject({ name: 'm', requests: 0 });
    expect(model.promptTokens).toBeUndefined();
  });

  it.each([
    ['usage', { usage: 1 }],
    ['usage.0.labels', { usage: [{ requests: 1 }] }],
    ['usage.0.requests', { usage: [{ labels: {}, requests: -1 }] }],
    ['usage.0.requests', { usage: [{ labels: {}, requests: null }] }],
    ['usage.0', { usage: [{ labels: {}, request: 1 }] }],
    [
      'usage.0.failedRequests',
      { usage: [{ labels: {}, requests: 1, failedRequests: 2 }] },
    ],
    ['the document', []],
  ])('refuses a document for its field %s, and says so', (field, content) => {
    expect(() => parseUsageDay(content, '2026-11-02.json')).toThrow(
      `2026-11-02.json, field ${field}: `,
    );
  });

  it('says when the configuration asks for something else', () => {
    expect(() => create(directory.path, 'carbon')).toThrow(
      'modelCost.sources, id gateway: holds "carbon" is neither cost nor usage',
    );
  });
});
