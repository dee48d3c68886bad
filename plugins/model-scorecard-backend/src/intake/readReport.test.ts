import { InvalidFieldsError } from '@modelyard/plugin-model-catalog-node';
import { EvidenceInput } from '@modelyard/plugin-model-scorecard-common';
import {
  fixture,
  own,
  seal,
  signedSubject,
  statement,
} from '../__testUtils__/sealing';
import { FormatRegistry } from './FormatRegistry';
import { readReport } from './readReport';
import { bundleVerifier } from './sigstoreBundle';

const options = {
  formats: FormatRegistry.create(),
  producers: [own],
  receivedAt: '2026-11-27T00:00:00.000Z',
};

function read(input: Parameters<typeof readReport>[0]) {
  return readReport(input, options);
}

function fieldsOf(input: Parameters<typeof readReport>[0]): string[] {
  try {
    read(input);
  } catch (error) {
    if (error instanceof InvalidFieldsError)
      return error.fields.map(({ path }) => path);
    throw error;
  }
  return [];
}

const { predicate } = statement;
const anonymous = {
  ...statement,
  subject: [{ name: 'model.pkl', digest: { sha256: 'ab' } }],
};

function around(document: unknown): EvidenceInput {
  return { subject: signedSubject, format: 'auto', document };
}

describe('a signed report', () => {
  it('names its version in the name of its subject or in its predicate', () => {
    expect(read(seal(statement))).toMatchObject({
      version: { ref: signedSubject.ref, version: '7' },
      digests: [['sha256:ab']],
      trust: 'signed',
      producer: { name: 'own' },
    });
    const inside = { ...predicate, subject: signedSubject };
    const named = { ...anonymous, predicate: inside };
    expect(read(seal(named)).version).toMatchObject({ version: '7' });
    expect(fieldsOf(seal(anonymous))).toEqual(['/payload/subject/0/name']);
  });

  it('is about the version that is sent beside it, if it agrees', () => {
    expect(read(around(seal(anonymous)))).toMatchObject({
      version: { version: '7' },
      named: [],
      digests: [['sha256:ab'], ['sha256:ab']],
    });
    const other = { ...signedSubject, version: '8' };
    const replayed = read({ ...around(seal(statement)), subject: other });
    expect(replayed.named).toEqual([
      { ref: 'model:default/credit-risk', version: '7' },
    ]);
  });

  it('of a pipeline with a certificate is SLSA provenance by that pipeline', () => {
    const fixtures = 'sigstore-conformance';
    const root = JSON.parse(
      fixture(`${fixtures}/public-good.trusted-root.json`),
    );
    const issuer = 'https://token.actions.githubusercontent.com';
    const digest =
      'sha256:a0cfc71271d6e278e57cd332ff957c3f7043fdda354c4cbb190a30d56efa01bf';
    const report = readReport(
      {
        ...around(JSON.parse(fixture(`${fixtures}/rekor1.sigstore.json`))),
        subject: { ...signedSubject, digest },
      },
      {
        ...options,
        producers: [
          own,
          {
            name: 'GitHub Actions',
            issuer,
            identity: 'https://github.com/sigstore-conformance/**',
            verifier: bundleVerifier(root),
          },
        ],
      },
    );
    expect(report).toMatchObject({
      trust: 'signed',
      producer: {
        name: 'GitHub Actions',
        issuer,
        sub: expect.stringContaining('extremely-dangerous-oidc-beacon.yml'),
      },
      digests: [[digest], [digest]],
      records: [
        {
          record: {
            kind: 'provenance',
            claims: {
              builder: expect.stringContaining('provenance.yaml@refs/heads'),
              repository: expect.stringContaining('loosebazooka/aa-test'),
            },
          },
        },
      ],
    });
  });

  it('may be of any format', () => {
    const report = {
      ...statement,
      predicateType: 'https://modelyard.io/report/v1',
      predicate: { format: 'canonical/1', text: JSON.stringify(predicate) },
    };
    expect(read(seal(report)).records[0].record.kind).toBe('signature');
    const nested = {
      ...report,
      predicate: { format: 'dsse', document: seal(statement) },
    };
    expect(fieldsOf(seal(nested))).toEqual(['/payload/predicate/format']);
    const strange = { ...statement, predicateType: 'https://example.com/x' };
    expect(fieldsOf(seal(strange))).toEqual(['/payload/predicateType']);
    const bad = { ...statement, predicate: { ...predicate, kind: 'A b' } };
    expect(fieldsOf(seal(bad))).toEqual(['/payload/predicate/kind']);
  });
});

describe('a report', () => {
  it('gets intervals where they follow from it', () => {
    const metrics = [{ key: 'accuracy', value: 0.9, n: 1000 }];
    const { records } = read(around({ ...predicate, metrics }));
    expect(records[0].record.metrics[0].ci).toMatchObject({ method: 'wilson' });
  });

  it.each([
    ['a truncated file', '{"kind":"fairness","metrics":[{"key":"spd","val'],
    ['duplicate keys', '{"kind":"a","kind":"b"}'],
    ['1e999', '{"kind":"fairness","metrics":[{"key":"spd","value":1e999}]}'],
    ['NaN', '{"kind":"fairness","metrics":[{"key":"spd","value":NaN}]}'],
    ['10,000 levels', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
  ])('is refused with %s', (_, text) => {
    const input = { subject: signedSubject, format: 'auto', text };
    expect(fieldsOf(input)[0]).toMatch(/^\/text/);
  });

  it('can set no prototype', () => {
    const text = JSON.stringify({ ...predicate, extra: 1 }).replace(
      '"extra":1',
      '"__proto__":{"usable":true},"constructor":{"prototype":{"x":1}}',
    );
    const { records } = read({
      subject: signedSubject,
      format: 'canonical/1',
      text,
    });
    expect(Object.getPrototypeOf(records[0].record)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).usable).toBeUndefined();
  });
});
