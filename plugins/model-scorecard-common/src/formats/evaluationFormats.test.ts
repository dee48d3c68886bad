import {
  fixture,
  onlyRecord,
  pointersOf,
  valuesOf,
} from './__testUtils__/adapted';
import { EvidenceFormat } from './EvidenceFormat';
import { evidentlyFormat } from './evidently';
import { evidentlyLegacyFormat } from './evidentlyLegacy';
import { greatExpectationsFormat } from './greatExpectations';
import { inspectFormat } from './inspect';
import { lmEvalFormat } from './lmEval';

const producedAt = '2026-11-20T09:00:00.000Z';

function adapt(format: EvidenceFormat, document: unknown) {
  return format.adapt({ document, producedAt });
}

function recordsOf(format: EvidenceFormat, document: unknown) {
  const result = adapt(format, document);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.records;
}

describe('Evidently 0.7.23', () => {
  const of = (name: string) => fixture(`evidently-0.7.23/${name}.json`);

  it.each([
    ['drift-shifted', ['income']],
    // One of five columns at a level of 0.05 is a false alarm now and then: 0.0446.
    ['drift-small-sample-pvalues', ['income', 'debt_ratio']],
    ['drift-none', []],
  ])(
    '%s: the columns that moved, by the direction of each method',
    (name, moved) => {
      const { record, problems } = onlyRecord(adapt(evidentlyFormat, of(name)));
      expect(problems).toEqual([]);
      expect(record).toMatchObject({ kind: 'drift', producedAt });
      const drifted = record.metrics
        .filter(({ key, value }) => key === 'drifted' && value === 1)
        .map(({ slice }) => slice?.group);
      expect(drifted).toEqual(moved);
      expect(valuesOf(record.metrics)).toMatchObject({
        drifted_columns: moved.length,
        drifted_share: moved.length / 5,
      });
    },
  );

  it('gives PSI its own key', () => {
    const [{ record }] = recordsOf(evidentlyFormat, of('drift-psi'));
    expect(
      record.metrics.filter(({ key }) => key === 'psi').length,
    ).toBeGreaterThanOrEqual(5);
  });

  it('counts tests apart, and reads figures of a classifier', () => {
    const tests = recordsOf(evidentlyFormat, of('drift-with-tests'));
    const kinds = tests.map(({ record }) => record.kind);
    expect(kinds).toEqual(['drift', 'model-tests']);
    expect(valuesOf(tests[1].record.metrics).evaluated).toBeGreaterThan(0);
    const [{ record }] = recordsOf(evidentlyFormat, of('classification'));
    expect(valuesOf(record.metrics).accuracy).toBe(0.44);
  });

  it('believes no unknown method and no share that its columns contradict', () => {
    const shifted = of('drift-shifted');
    const change = (method: string) => ({
      ...shifted,
      metrics: shifted.metrics.map((entry: { config: { column?: string } }) =>
        entry.config.column === 'income'
          ? { ...entry, config: { ...entry.config, method } }
          : entry,
      ),
    });
    expect(
      onlyRecord(adapt(evidentlyFormat, change('tea leaves'))),
    ).toMatchObject({
      invalid: true,
      problems: [expect.stringContaining('tea leaves'), expect.any(String)],
    });
    const [first, ...rest] = shifted.metrics;
    const lying = {
      ...shifted,
      metrics: [{ ...first, value: { count: 0, share: 0 } }, ...rest],
    };
    expect(onlyRecord(adapt(evidentlyFormat, lying)).problems[0]).toMatch(
      'states a drifted share of 0',
    );
    const text = {
      ...shifted,
      metrics: [first, { ...rest[0], value: 'high' }],
    };
    expect(pointersOf(adapt(evidentlyFormat, text))).toEqual([
      '/metrics/1/value',
    ]);
  });
});

describe('Evidently up to 0.6, from its schema', () => {
  it('takes drift from the scores, never from the threshold called drift_share', () => {
    const { record, problems } = onlyRecord(
      adapt(
        evidentlyLegacyFormat,
        fixture('evidently-schema/from-schema-drift-0.6.json'),
      ),
    );
    expect(problems).toEqual([]);
    expect(record.tool).toEqual({ name: 'evidently', version: '0.6.7' });
    expect(valuesOf(record.metrics)).toMatchObject({
      drifted_columns: 1,
      drifted_share: 1 / 3,
      'psi column=age': 0.02,
      'drift_score column=income': 0.64,
    });
  });

  it('counts the tests of a suite itself', () => {
    const { record } = onlyRecord(
      adapt(
        evidentlyLegacyFormat,
        fixture('evidently-schema/from-schema-suite-0.6.json'),
      ),
    );
    expect(valuesOf(record.metrics)).toEqual({
      evaluated: 4,
      failed: 1,
      warned: 1,
      errored: 1,
    });
    expect(
      onlyRecord(
        adapt(evidentlyLegacyFormat, { version: '0.9.0', metrics: [] }),
      ).invalid,
    ).toBe(true);
  });
});

describe('Great Expectations 1.24.1', () => {
  const of = (name: string) =>
    fixture(`great_expectations-1.24.1/${name}.json`);

  it.each([
    ['passing', { evaluated: 4, failed: 0, errored: 0 }, 0],
    ['failing', { evaluated: 4, failed: 2, errored: 0 }, 0],
    ['column-missing', { evaluated: 4, failed: 0, errored: 1 }, 0],
    ['empty-suite', { evaluated: 0, failed: 0, errored: 0 }, 1],
  ])('%s', (name, expected, problems) => {
    const adapted = onlyRecord(adapt(greatExpectationsFormat, of(name)));
    expect(valuesOf(adapted.record.metrics)).toEqual(expected);
    expect(adapted.problems).toHaveLength(problems);
    expect(JSON.stringify(adapted)).not.toMatch(/Traceback|partial_unexpected/);
  });

  it('recomputes, and doubts statistics that do not fit', () => {
    const passing = of('passing');
    const cut = { ...passing, results: passing.results.slice(1) };
    expect(onlyRecord(adapt(greatExpectationsFormat, cut)).problems[0]).toMatch(
      'statistics do not fit',
    );
    const meta = { ...passing.meta, great_expectations_version: '2.0.0' };
    expect(
      onlyRecord(adapt(greatExpectationsFormat, { ...passing, meta })).invalid,
    ).toBe(true);
  });
});

describe('lm-evaluation-harness 0.4.13', () => {
  const document = fixture('lm-eval-0.4.13/results-dev.json');

  it('gives one figure a task with what it was run on', () => {
    const { record, problems } = onlyRecord(adapt(lmEvalFormat, document));
    expect(problems).toEqual([]);
    expect(record.metrics[0]).toEqual({
      key: 'acc',
      value: 0.16666666666666666,
      n: 6,
      slice: { attr: 'task', group: 'tiny_facts' },
    });
    expect(record.producedAt).toBe('2026-11-21T01:44:04.834Z');
    expect(valuesOf(record.metrics)).not.toHaveProperty('acc_stderr');
  });

  it('is not the whole benchmark with a limit', () => {
    const part = {
      ...document,
      'n-samples': { tiny_facts: { original: 60, effective: 6 } },
    };
    expect(onlyRecord(adapt(lmEvalFormat, part)).problems[0]).toMatch(
      '6 of 60',
    );
    expect(
      onlyRecord(adapt(lmEvalFormat, { ...document, lm_eval_version: '0.5' }))
        .invalid,
    ).toBe(true);
  });
});

describe('Inspect 0.3.285', () => {
  it.each([
    ['mixed', 0.5],
    ['pass', 1],
  ])('%s', (name, accuracy) => {
    const { record, problems } = onlyRecord(
      adapt(inspectFormat, fixture(`inspect-ai-0.3.285/${name}.json`)),
    );
    expect(problems).toEqual([]);
    expect(record.metrics).toEqual([
      { key: 'accuracy', value: accuracy, n: 4 },
    ]);
    expect(record.tool).toEqual({ name: 'inspect-ai', version: '0.3.285' });
  });

  it('reads the status first', () => {
    const log = fixture('inspect-ai-0.3.285/pass.json');
    const { results, ...broken } = { ...log, status: 'error' };
    expect(results).toBeDefined();
    expect(onlyRecord(adapt(inspectFormat, broken))).toMatchObject({
      record: { metrics: [] },
      problems: [expect.stringContaining('"error"')],
    });
    const half = {
      ...log,
      results: { ...log.results, completed_samples: 2 },
    };
    expect(onlyRecord(adapt(inspectFormat, half)).problems[0]).toMatch(
      '2 of 4',
    );
    expect(
      onlyRecord(adapt(inspectFormat, { ...log, version: 3 })).invalid,
    ).toBe(true);
  });
});
