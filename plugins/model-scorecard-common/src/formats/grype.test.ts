import {
  fixture,
  onlyRecord,
  pointersOf,
  sizesOf,
  valuesOf,
} from './__testUtils__/adapted';
import { grypeFormat } from './grype';

const adapt = (document: unknown, rest = {}) =>
  grypeFormat.adapt({ document, ...rest });
const image = () => fixture('grype-schema/from-schema-image.json');

describe('grype', () => {
  it('counts by severity, shows what rules ignored, and ages the database', () => {
    const { record, problems } = onlyRecord(adapt(image()));
    expect(problems).toEqual([]);
    expect(record).toMatchObject({
      format: 'grype/0',
      tool: { name: 'grype', version: '0.110.0' },
      producedAt: '2026-11-20T11:00:00.500Z',
      claims: {
        target: 'registry.example.com/credit-risk:4',
        databaseAt: '2026-11-18T06:00:00.000Z',
      },
    });
    const { database_age_days: age, ...counts } = valuesOf(record.metrics);
    expect(counts).toEqual({
      critical: 1,
      high: 2,
      medium: 1,
      low: 1,
      unknown: 0,
      fixable_critical: 1,
      fixable_high: 1,
      ignored: 1,
    });
    expect(age).toBeCloseTo(2 + 5 / 24, 3);
    expect(sizesOf(record.metrics)).toEqual([5]);
  });

  it('reads the database of older releases, and keeps paths out', () => {
    const { record, problems } = onlyRecord(
      adapt(fixture('grype-schema/from-schema-clean-directory-0.87.json')),
    );
    expect(problems).toEqual([]);
    expect(record.claims).toEqual({
      scanner: 'grype',
      databaseAt: '2026-11-20T06:00:00.000Z',
    });
  });

  it('accepts a clean scan only with something that was looked at', () => {
    const document = fixture(
      'grype-schema/from-schema-clean-directory-0.87.json',
    );
    document.distro.name = '';
    expect(onlyRecord(adapt(document)).problems).toEqual([
      expect.stringContaining('does not say how many packages'),
    ]);
    const declared = { dataset: { name: 'packages', n: 41 } };
    const { record, problems } = onlyRecord(adapt(document, { declared }));
    expect(problems).toEqual([]);
    expect(sizesOf(record.metrics)).toEqual([41]);
  });

  it('has a problem without a valid database', () => {
    const document = image();
    document.descriptor.db.status.valid = false;
    expect(onlyRecord(adapt(document)).problems).toEqual([
      expect.stringContaining('grype db update'),
    ]);
    delete document.descriptor.db;
    expect(onlyRecord(adapt(document)).problems).toHaveLength(1);
  });

  it('knows no other release', () => {
    const document = image();
    document.descriptor.version = '1.0.0';
    expect(onlyRecord(adapt(document))).toMatchObject({
      invalid: true,
      record: { metrics: [] },
    });
  });

  it('refuses what is no severity', () => {
    const document = image();
    document.matches[1].vulnerability.severity = null;
    delete document.matches[2].vulnerability.fix;
    expect(pointersOf(adapt(document))).toEqual([
      '/matches/1/vulnerability/severity',
      '/matches/2/vulnerability/fix',
    ]);
  });
});
