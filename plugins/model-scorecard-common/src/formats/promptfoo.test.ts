import {
  fixture,
  onlyRecord,
  pointersOf,
  valuesOf,
} from './__testUtils__/adapted';
import { promptfooFormat } from './promptfoo';

const { adapt } = promptfooFormat;
const read = (name: string) => fixture(`promptfoo-0.121.20/${name}.json`);

describe('promptfoo', () => {
  it('gives the share of passed tests', () => {
    const { record, problems } = onlyRecord(
      adapt({
        document: read('dev'),
        declared: {
          primary: 'pass_rate',
          target: 0.6,
          dataset: { name: 'tickets', n: 3 },
        },
      }),
    );
    expect(problems).toEqual([]);
    expect(record).toEqual({
      kind: 'performance',
      format: 'promptfoo/3',
      tool: { name: 'promptfoo', version: '0.121.20' },
      producedAt: '2026-11-21T01:43:52.216Z',
      dataset: { name: 'tickets', n: 3 },
      metrics: [{ key: 'pass_rate', value: 2 / 3, n: 3 }],
      claims: { primary: 'pass_rate', target: 0.6 },
    });
  });

  it('takes an error neither for a pass nor for a result', () => {
    const { record, problems } = onlyRecord(
      adapt({ document: read('with-error') }),
    );
    expect(valuesOf(record.metrics)).toEqual({ pass_rate: 0.25 });
    expect(problems).toEqual([
      expect.stringContaining('1 test of 4 ended with an error'),
    ]);
    expect(record).not.toHaveProperty('claims');
  });

  it('gives the success rate of attacks by family of plugins, over what was decided', () => {
    const { record, problems } = onlyRecord(
      adapt({ document: read('red-team') }),
    );
    expect(problems).toEqual([]);
    expect(record.kind).toBe('red-team');
    expect(record.claims).toEqual({ scanner: 'promptfoo' });
    expect(record.metrics).toEqual(
      expect.arrayContaining([
        {
          key: 'asr',
          value: 0.5,
          n: 2,
          slice: { attr: 'family', group: 'harmful', n: 2 },
        },
        {
          key: 'asr',
          value: 0,
          n: 1,
          slice: { attr: 'family', group: 'pii', n: 1 },
        },
      ]),
    );
  });

  it('has a problem with a family of errors, and keeps plain tests apart', () => {
    const document = read('red-team');
    for (const row of document.results.results)
      if (row.testCase.metadata.pluginId === 'pii:direct') {
        row.failureReason = 2;
        row.success = false;
      }
    document.results.results.push({
      success: true,
      failureReason: 0,
      provider: { id: 'canned' },
    });
    document.results.stats = { successes: 2, failures: 1, errors: 2 };
    const result = adapt({ document });
    expect(result).toMatchObject({
      ok: true,
      records: [
        {
          record: { kind: 'red-team' },
          problems: [expect.stringContaining('every attempt of pii')],
        },
        {
          record: { kind: 'performance', metrics: [{ value: 1, n: 1 }] },
          problems: [],
        },
      ],
    });
  });

  it('has a problem with no test, several providers, and statistics of other rows', () => {
    const document = read('dev');
    document.results.results[0].provider.id = 'another';
    expect(onlyRecord(adapt({ document })).problems).toEqual([
      expect.stringContaining('mixes the results of 2 providers'),
    ]);
    document.results.results = [];
    expect(onlyRecord(adapt({ document })).problems).toEqual([
      expect.stringContaining('holds no test'),
      expect.stringContaining('statistics do not fit'),
    ]);
  });

  it('copies no prompt, output, error or setting', () => {
    const text = JSON.stringify([
      adapt({ document: read('dev') }),
      adapt({ document: read('with-error') }),
    ]);
    for (const secret of ['refund', 'Classify', 'no such model', 'contains'])
      expect(text).not.toContain(secret);
  });

  it('knows no other version', () => {
    const document = read('dev');
    document.metadata.promptfooVersion = '0.122.0';
    expect(onlyRecord(adapt({ document }))).toMatchObject({
      invalid: true,
      record: { metrics: [] },
    });
    document.results.version = 4;
    expect(onlyRecord(adapt({ document })).problems).toEqual([
      expect.stringContaining('promptfoo output 4'),
    ]);
  });

  it('refuses what is ill-typed', () => {
    const document = read('dev');
    document.results.results[1].failureReason = 7;
    document.results.results[2].success = 'yes';
    expect(pointersOf(adapt({ document }))).toEqual([
      '/results/results/1/failureReason',
      '/results/results/2/success',
    ]);
  });
});
