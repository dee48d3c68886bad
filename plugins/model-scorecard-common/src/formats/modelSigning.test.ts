import {
  onlyRecord,
  pointersOf,
  statementOf,
  valuesOf,
} from './__testUtils__/adapted';
import { modelSigningFormat } from './modelSigning';

const root = '1cd901f9c8a10f98e5c1653fcfc551806c10fb88728bf97272965744810dd25d';
const signed = () => statementOf('model-signing-1.1.1/model.sig.json');
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Statement = any;

function adapt(statement: Statement, rest = {}) {
  const { predicate: document, predicateType, subject } = statement;
  const report = { document, statement: { predicateType, subject }, ...rest };
  return modelSigningFormat.adapt(report);
}

describe('model-signing', () => {
  it('computes the root of 1.1.1 anew, and the digest of the catalogue', () => {
    const result = adapt(signed(), { producedAt: '2026-11-20T09:00:00Z' });
    const { record, problems } = onlyRecord(result);
    expect(problems).toEqual([]);
    expect(record).toEqual({
      kind: 'signature',
      format: 'model-signing/1.0',
      tool: { name: 'model-signing', version: 'unstated' },
      producedAt: '2026-11-20T09:00:00Z',
      metrics: [{ key: 'artifacts', value: 4, n: 4 }],
      claims: {
        root: `sha256:${root}`,
        method: 'files',
        ignored: ['.git', '.gitattributes', '.github', '.gitignore'],
      },
    });
    expect(result).toMatchObject({
      digests: [
        `sha256:${root}`,
        'sha256:b8b1dd49cca989ff1e4d673531c5a22b70597c1eb5f657d77045485b5ca21ced',
      ],
    });
  });

  it('names what a signature leaves out', () => {
    const { problems } = onlyRecord(
      adapt(
        statementOf('model-signing-1.1.1/model-with-ignored-file.sig.json'),
      ),
    );
    expect(problems).toEqual([
      expect.stringContaining('leaves out webbrowser.pkl'),
    ]);
  });

  it('takes the digest of a single file for that of the version', () => {
    const statement = signed();
    statement.predicate.resources.length = 1;
    const { digest } = statement.predicate.resources[0];
    const result = modelSigningFormat.adapt({ document: statement.predicate });
    expect(result).toMatchObject({
      digests: [expect.anything(), `sha256:${digest}`],
    });
  });

  it('believes no predicate or statement that came unsigned', () => {
    for (const document of [signed(), signed().predicate])
      expect(onlyRecord(modelSigningFormat.adapt({ document }))).toMatchObject({
        problems: [
          expect.stringContaining('not signed by a configured producer'),
        ],
        record: { claims: { root: `sha256:${root}` } },
      });
  });

  it.each([
    [
      'a changed file',
      (s: Statement) => {
        s.predicate.resources[1].digest = 'a'.repeat(64);
      },
      '/subject/0/digest/sha256',
    ],
    [
      'a file left out',
      (s: Statement) => s.predicate.resources.pop(),
      '/subject/0/digest/sha256',
    ],
    [
      'two subjects',
      (s: Statement) => s.subject.push(s.subject[0]),
      '/subject',
    ],
    [
      'a file named twice',
      (s: Statement) => s.predicate.resources.push(s.predicate.resources[0]),
      '/resources',
    ],
    [
      'another predicate',
      (s: Statement) => {
        s.predicateType = 'https://slsa.dev/provenance/v1';
      },
      '/predicateType',
    ],
    [
      'half a digest',
      (s: Statement) => {
        s.predicate.resources[2].digest = 'abc';
      },
      '/resources/2/digest',
    ],
    [
      'another hash of a file',
      (s: Statement) => {
        s.predicate.resources[0].algorithm = 'blake2b';
      },
      '/resources/0/algorithm',
    ],
  ])('refuses %s', (_, change, pointer) => {
    const statement = signed();
    change(statement);
    expect(pointersOf(adapt(statement))).toEqual([pointer]);
  });

  it('does not mind the order in which files are listed', () => {
    const statement = signed();
    statement.predicate.resources.reverse();
    expect(onlyRecord(adapt(statement)).problems).toEqual([]);
  });

  it.each([
    ['method', 'shards'],
    ['hash_type', 'blake2b'],
  ])('knows no other %s', (member, value) => {
    const statement = signed();
    statement.predicate.serialization[member] = value;
    expect(onlyRecord(adapt(statement))).toMatchObject({
      invalid: true,
      record: { metrics: [] },
    });
  });

  it('has a problem with a signature over nothing', () => {
    const { predicate } = signed();
    const result = modelSigningFormat.adapt({
      document: { ...predicate, resources: [] },
    });
    const { record, problems } = onlyRecord(result);
    expect(problems).toContainEqual(expect.stringContaining('lists no file'));
    expect(valuesOf(record.metrics)).toEqual({ artifacts: 0 });
    expect(result).not.toHaveProperty('digests');
  });
});
