import {
  fixture,
  onlyRecord,
  pointersOf,
  sizesOf,
  valuesOf,
} from './__testUtils__/adapted';
import { privacyFormat } from './privacy';

const { adapt } = privacyFormat;
const read = (name: string) =>
  fixture(`privacy-schema/from-schema-${name}.json`);

describe('privacy', () => {
  it('reads k-anonymity', () => {
    const { record, problems } = onlyRecord(
      adapt({ document: read('anonymity') }),
    );
    expect(problems).toEqual([]);
    expect(record).toMatchObject({
      kind: 'privacy',
      format: 'privacy/anonymity-1',
      tool: { name: 'in-house', version: '2.1' },
      producedAt: '2026-11-20T09:00:00.000Z',
      claims: {
        mechanism: 'k-anonymity',
        quasiIdentifiers: ['age', 'postcode'],
      },
    });
    expect(valuesOf(record.metrics)).toEqual({
      parameter: 7,
      k_anonymity: 7,
      l_diversity: 3,
    });
    expect(sizesOf(record.metrics)).toEqual([1200]);
  });

  it('reads the report of pycanon 1.3.6', () => {
    const { record } = onlyRecord(
      adapt({
        document: fixture('pycanon-1.3.6/report.json'),
        declared: { toolVersion: '1.3.6', dataset: { name: 'train', n: 7 } },
      }),
    );
    expect(record.tool).toEqual({ name: 'pycanon', version: '1.3.6' });
    expect(record.claims?.quasiIdentifiers).toEqual(['age', 'zip']);
    expect(valuesOf(record.metrics)).toEqual({
      parameter: 3,
      k_anonymity: 3,
      l_diversity: 2,
    });
    expect(sizesOf(record.metrics)).toEqual([7]);
  });

  it('reads differential privacy, with a delta that means something', () => {
    const { record, problems } = onlyRecord(
      adapt({ document: read('differential-privacy') }),
    );
    expect(problems).toEqual([]);
    expect(record.claims).toEqual({ mechanism: 'differential-privacy' });
    expect(valuesOf(record.metrics)).toEqual({
      parameter: 2.5,
      epsilon: 2.5,
      delta: 1e-6,
    });

    const loose = { ...read('differential-privacy'), delta: 0.001 };
    expect(onlyRecord(adapt({ document: loose })).problems).toEqual([
      expect.stringContaining('is not below 1/50000'),
    ]);
  });

  it('reads a report on synthetic data', () => {
    const { record } = onlyRecord(adapt({ document: read('synthetic-data') }));
    expect(record.tool).toEqual({ name: 'sdv', version: '1.30.0' });
    expect(valuesOf(record.metrics)).toEqual({
      duplicate_rate: 0.002,
      nearest_distance: 0.41,
    });
    expect(sizesOf(record.metrics)).toEqual([5000]);
  });

  it('reads a scan for personal data, also a clean one', () => {
    const { record, problems } = onlyRecord(
      adapt({ document: read('pii-scan') }),
    );
    expect(problems).toEqual([]);
    expect(record).toMatchObject({
      kind: 'pii-scan',
      tool: { name: 'presidio', version: '2.2.366' },
    });
    expect(valuesOf(record.metrics)).toEqual({
      'findings type=EMAIL_ADDRESS': 2,
      'findings type=PERSON': 5,
    });
    const clean = onlyRecord(
      adapt({ document: { ...read('pii-scan'), findings: [] } }),
    ).record;
    expect(clean.metrics).toEqual([{ key: 'findings', value: 0, n: 9000 }]);
  });

  it.each([
    ['anonymity', 'rows'],
    ['synthetic-data', 'rows'],
    ['differential-privacy', 'n'],
    ['pii-scan', 'values'],
  ])('has a problem with a report of %s on nothing', (name, member) => {
    const document = { ...read(name), [member]: 0 };
    expect(onlyRecord(adapt({ document })).problems).toEqual([
      expect.stringContaining('so that it shows nothing'),
    ]);
  });

  it.each([
    ['anonymity', 'k', null, '/k'],
    ['anonymity', 'quasiIdentifiers', [], '/quasiIdentifiers'],
    ['differential-privacy', 'epsilon', NaN, '/epsilon'],
    ['differential-privacy', 'delta', 1, '/delta'],
    ['synthetic-data', 'duplicateRate', 2, '/duplicateRate'],
    ['pii-scan', 'values', 'many', '/values'],
  ])('refuses %s with %s = %p', (name, member, value, pointer) => {
    const document = { ...read(name), [member]: value };
    expect(pointersOf(adapt({ document }))).toEqual([pointer]);
  });

  it('names the known shapes for another document', () => {
    expect(adapt({ document: { epsilon: 1 } })).toMatchObject({
      ok: false,
      problems: [
        { path: '', message: expect.stringContaining('epsilon, delta') },
      ],
    });
  });
});
