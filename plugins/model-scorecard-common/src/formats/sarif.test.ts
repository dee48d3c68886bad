import {
  fixture,
  onlyRecord,
  pointersOf,
  sizesOf,
  valuesOf,
} from './__testUtils__/adapted';
import { sarifFormat } from './sarif';

const adapt = (document: unknown, rest = {}) =>
  sarifFormat.adapt({ document, ...rest });

describe('sarif', () => {
  it('counts what ESLint 9.39.5 found, suppressed results apart', () => {
    const { record, problems } = onlyRecord(
      adapt(fixture('eslint-9.39.5/report.sarif'), {
        producedAt: '2026-11-20T09:00:00Z',
      }),
    );
    expect(problems).toEqual([]);
    expect(record).toMatchObject({
      kind: 'static-analysis',
      format: 'sarif/2.1.0',
      tool: { name: 'ESLint', version: '9.39.5' },
      producedAt: '2026-11-20T09:00:00Z',
      claims: { tools: ['ESLint 9.39.5'] },
    });
    expect(valuesOf(record.metrics)).toEqual({
      error: 2,
      warning: 1,
      note: 0,
      suppressed: 1,
    });
    expect(sizesOf(record.metrics)).toEqual([3]);
  });

  it('counts what Bandit 1.9.4 found, with the time of its run', () => {
    const { record } = onlyRecord(adapt(fixture('bandit-1.9.4/report.sarif')));
    expect(record.producedAt).toBe('2026-11-27T01:54:53.000Z');
    expect(valuesOf(record.metrics)).toEqual({
      error: 2,
      warning: 1,
      note: 2,
      suppressed: 0,
    });
  });

  it('sums runs, takes the level of a rule where a result has none, and leaves out what is gone', () => {
    const { record, problems } = onlyRecord(
      adapt(fixture('sarif-schema/from-schema-several-runs.json')),
    );
    expect(problems).toEqual([]);
    expect(valuesOf(record.metrics)).toEqual({
      error: 2,
      warning: 1,
      note: 3,
      suppressed: 1,
    });
    expect(record.claims).toEqual({ tools: ['Alpha 1.0', 'Trivy 0.69.1'] });
    expect(record.tool).toEqual({
      name: 'Alpha, Trivy',
      version: '0.69.1, 1.0',
    });
  });

  it('does not take a run without results for a clean one', () => {
    const { problems } = onlyRecord(
      adapt(fixture('sarif-schema/from-schema-not-scanned.json')),
    );
    expect(problems).toEqual([
      expect.stringContaining('did not scan'),
      '1 run of the tool did not succeed',
      expect.stringContaining('met 1 error'),
    ]);
    expect(
      onlyRecord(adapt({ version: '2.1.0', runs: [] })).problems,
    ).toHaveLength(1);
  });

  it('knows no other version', () => {
    expect(onlyRecord(adapt({ version: '2.0.0', runs: 'x' }))).toMatchObject({
      invalid: true,
      record: { format: 'sarif/2.0.0', metrics: [] },
    });
  });

  it('refuses a level that does not exist', () => {
    const document = fixture('eslint-9.39.5/report.sarif');
    document.runs[0].results[1].level = 'fatal';
    delete document.runs[0].tool.driver.name;
    expect(pointersOf(adapt(document))).toEqual([
      '/runs/0/tool/driver/name',
      '/runs/0/results/1/level',
    ]);
  });
});
