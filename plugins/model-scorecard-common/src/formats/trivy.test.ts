import {
  fixture,
  onlyRecord,
  pointersOf,
  sizesOf,
  valuesOf,
} from './__testUtils__/adapted';
import { trivyFormat } from './trivy';

const adapt = (document: unknown, rest = {}) =>
  trivyFormat.adapt({ document, ...rest });
const vulnerable = () => fixture('trivy-schema/from-schema-vulnerable.json');

describe('trivy', () => {
  it('counts by severity over the listed packages, and what was set aside', () => {
    const { record, problems } = onlyRecord(
      adapt(vulnerable(), { declared: { databaseAt: '2026-11-18T09:00:00Z' } }),
    );
    expect(problems).toEqual([]);
    expect(record).toMatchObject({
      kind: 'vulnerabilities',
      format: 'trivy/2',
      tool: { name: 'trivy', version: '0.69.1' },
      producedAt: '2026-11-20T09:00:00.230Z',
      claims: {
        scanner: 'trivy',
        target: 'registry.example.com/credit-risk:4',
        databaseAt: '2026-11-18T09:00:00.000Z',
      },
    });
    const { database_age_days: age, ...counts } = valuesOf(record.metrics);
    expect(counts).toEqual({
      critical: 1,
      high: 2,
      medium: 0,
      low: 1,
      unknown: 1,
      fixable_critical: 1,
      fixable_high: 1,
      ignored: 1,
    });
    expect(age).toBeCloseTo(2, 4);
    expect(sizesOf(record.metrics)).toEqual([5]);
  });

  it('takes the targets for the size where no package is listed', () => {
    const document = vulnerable();
    for (const result of document.Results) delete result.Packages;
    expect(sizesOf(onlyRecord(adapt(document)).record.metrics)).toEqual([2]);
  });

  it('accepts a clean scan only when it says what it looked at', () => {
    const clean = onlyRecord(
      adapt(fixture('trivy-schema/from-schema-clean-with-packages.json')),
    );
    expect(clean.problems).toEqual([]);
    expect(valuesOf(clean.record.metrics).critical).toBe(0);

    const empty = onlyRecord(
      adapt(fixture('trivy-schema/from-schema-clean-without-results.json')),
    );
    expect(empty.problems).toEqual([
      expect.stringContaining('scan with --list-all-pkgs'),
    ]);
    expect(empty.record.tool.version).toBe('unstated');
    expect(empty.record.claims).toEqual({ scanner: 'trivy' });

    const document = vulnerable();
    document.Results = document.Results.slice(2);
    expect(onlyRecord(adapt(document)).problems).toHaveLength(1);
  });

  it('has a problem with a database from after the scan', () => {
    const { record, problems } = onlyRecord(
      adapt(vulnerable(), { declared: { databaseAt: '2027-01-01T00:00:00Z' } }),
    );
    expect(problems).toEqual([expect.stringContaining('after the scan')]);
    expect(valuesOf(record.metrics)).not.toHaveProperty('database_age_days');
  });

  it('knows no other schema', () => {
    expect(onlyRecord(adapt({ ...vulnerable(), SchemaVersion: 3 }))).toEqual({
      record: expect.objectContaining({
        kind: 'vulnerabilities',
        format: 'trivy/3',
        metrics: [],
      }),
      problems: [expect.stringContaining('Trivy schema 3')],
      invalid: true,
    });
  });

  it('refuses a severity that it does not know, with its place', () => {
    const document = vulnerable();
    document.Results[0].Vulnerabilities[1].Severity = 'SEVERE';
    document.Results[1].Vulnerabilities = 'none';
    expect(pointersOf(adapt(document))).toEqual([
      '/Results/0/Vulnerabilities/1/Severity',
      '/Results/1/Vulnerabilities',
    ]);
    expect(pointersOf(adapt({ ArtifactName: 'x' }))).toEqual([
      '/SchemaVersion',
    ]);
  });
});
