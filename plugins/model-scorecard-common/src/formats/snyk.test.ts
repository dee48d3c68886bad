import {
  fixture,
  onlyRecord,
  pointersOf,
  sizesOf,
  valuesOf,
} from './__testUtils__/adapted';
import { snykFormat } from './snyk';

const adapt = (document: unknown, rest = {}) =>
  snykFormat.adapt({ document, ...rest });
const read = (name: string) => fixture(`snyk-schema/from-schema-${name}.json`);

describe('snyk', () => {
  it('counts a vulnerability once, whatever paths lead to it, and no licence', () => {
    const { record, problems } = onlyRecord(
      adapt(read('vulnerable'), {
        producedAt: '2026-11-20T09:00:00Z',
        declared: { toolVersion: '1.1302.1' },
      }),
    );
    expect(problems).toEqual([]);
    expect(record).toMatchObject({
      format: 'snyk/1',
      tool: { name: 'snyk', version: '1.1302.1' },
      producedAt: '2026-11-20T09:00:00Z',
      claims: { scanner: 'snyk', target: 'credit-risk' },
    });
    expect(valuesOf(record.metrics)).toEqual({
      critical: 1,
      high: 2,
      medium: 0,
      low: 0,
      unknown: 0,
      fixable_critical: 1,
      fixable_high: 1,
      ignored: 1,
    });
    expect(sizesOf(record.metrics)).toEqual([42]);
  });

  it('does not take a scan of nothing for a clean one', () => {
    const { record, problems } = onlyRecord(adapt(read('nothing-resolved')));
    expect(problems).toEqual([expect.stringContaining('had no dependency')]);
    expect(sizesOf(record.metrics)).toEqual([0]);
  });

  it('says nothing of what a threshold left out', () => {
    const { record, problems } = onlyRecord(adapt(read('two-projects')));
    expect(problems).toEqual([]);
    expect(Object.keys(valuesOf(record.metrics))).toEqual([
      'critical',
      'high',
      'fixable_critical',
      'fixable_high',
      'ignored',
    ]);
    expect(sizesOf(record.metrics)).toEqual([50]);
    const critical = { ...read('vulnerable'), severityThreshold: 'critical' };
    expect(onlyRecord(adapt(critical)).problems).toHaveLength(1);
  });

  it('keeps a failed scan without its message, which holds paths', () => {
    const failed = onlyRecord(adapt(read('failed')));
    expect(failed.problems).toHaveLength(1);
    expect(failed.record.metrics).toEqual([]);
    expect(JSON.stringify(failed)).not.toContain('/builds');
  });

  it('refuses what is ill-typed, also in one of several projects', () => {
    const [first, second] = read('two-projects');
    second.dependencyCount = '8';
    first.vulnerabilities[2].severity = 'HIGH';
    expect(pointersOf(adapt([first, second]))).toEqual([
      '/0/vulnerabilities/2/severity',
      '/1/dependencyCount',
    ]);
  });
});
