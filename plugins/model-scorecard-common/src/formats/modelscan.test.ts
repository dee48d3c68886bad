import {
  fixture,
  onlyRecord,
  pointersOf,
  sizesOf,
  valuesOf,
} from './__testUtils__/adapted';
import { modelscanFormat } from './modelscan';

const adapt = (document: unknown, rest = {}) =>
  modelscanFormat.adapt({ document, ...rest });
const read = (name: string) => fixture(`modelscan-0.8.8/${name}.json`);

describe('modelscan', () => {
  it('accepts a scan that found nothing in a file', () => {
    const { record, problems } = onlyRecord(adapt(read('safe')));
    expect(problems).toEqual([]);
    expect(record).toEqual({
      kind: 'model-scan',
      format: 'modelscan/0.8',
      tool: { name: 'modelscan', version: '0.8.8' },
      producedAt: '2026-11-21T01:44:24.127Z',
      metrics: expect.anything(),
    });
    expect(valuesOf(record.metrics)).toEqual({
      critical: 0,
      high: 0,
      medium: 0,
      low: 0,
      errors: 0,
      scanned: 1,
    });
    expect(sizesOf(record.metrics)).toEqual([1]);
  });

  it('takes the time of the sender before a time without a zone', () => {
    const producedAt = '2026-11-20T23:44:24Z';
    expect(
      onlyRecord(adapt(read('safe'), { producedAt })).record.producedAt,
    ).toBe(producedAt);
  });

  it('names dangerous calls and no path', () => {
    const adapted = onlyRecord(adapt(read('malicious')));
    expect(adapted.problems).toEqual([]);
    expect(valuesOf(adapted.record.metrics)).toMatchObject({
      critical: 2,
      scanned: 2,
    });
    expect(adapted.record.claims).toEqual({
      findings: ['CRITICAL builtins.eval', 'CRITICAL posix.system'],
    });
    expect(JSON.stringify(adapted)).not.toContain('/tmp');
  });

  it('has a problem with a file that could not be read', () => {
    const { record, problems } = onlyRecord(adapt(read('mixed')));
    expect(problems).toEqual([
      expect.stringContaining('1 file could not be scanned'),
    ]);
    expect(valuesOf(record.metrics)).toMatchObject({
      high: 1,
      errors: 1,
      scanned: 2,
    });
  });

  it('does not take a scan of nothing for a clean one', () => {
    const { problems } = onlyRecord(adapt(read('nothing-scanned')));
    expect(problems).toEqual([expect.stringContaining('no file was scanned')]);
  });

  it('notices issues that were taken out of the list', () => {
    expect(
      onlyRecord(adapt({ ...read('malicious'), issues: [] })).problems,
    ).toEqual([expect.stringContaining('counts 2 issues')]);
  });

  it('knows no other release', () => {
    const document = read('safe');
    document.summary.modelscan_version = '0.9.0';
    expect(onlyRecord(adapt(document))).toMatchObject({
      invalid: true,
      record: { metrics: [] },
    });
  });

  it('refuses what is ill-typed', () => {
    const document = read('malicious');
    document.issues[0].severity = 'WORST';
    document.summary.scanned = {};
    delete document.errors;
    expect(pointersOf(adapt(document))).toEqual([
      '/summary/scanned/total_scanned',
      '/issues/0/severity',
      '/errors',
    ]);
  });
});
