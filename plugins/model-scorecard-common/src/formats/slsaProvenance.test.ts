import {
  fixture,
  onlyRecord,
  pointersOf,
  statementOf,
  valuesOf,
} from './__testUtils__/adapted';
import { slsaProvenanceFormat } from './slsaProvenance';

const train = () =>
  statementOf('dsse-securesystemslib-1.6.0/slsa-provenance.json');
const v02 = () => fixture('slsa-schema/from-schema-v0.2.json');
const github = () => fixture('slsa-schema/from-schema-v1-github.json');
const { adapt } = slsaProvenanceFormat;

describe('slsa-provenance', () => {
  it('reads v1', () => {
    const { predicate: document, ...statement } = train();
    const { record, problems } = onlyRecord(adapt({ document, statement }));
    expect(problems).toEqual([]);
    expect(record).toMatchObject({
      kind: 'provenance',
      format: 'slsa-provenance/1',
      producedAt: '2026-11-20T09:00:00.000Z',
      claims: {
        builder: 'https://ci.example.com/builders/train',
        buildType: 'https://modelyard.example/train/v1',
        repository: 'https://git.example.com/ml/models',
        commit: 'a'.repeat(40),
        invocation: 'https://ci.example.com/runs/17',
      },
    });
    expect(valuesOf(record.metrics)).toEqual({ materials: 1 });
  });

  it('reads v0.2', () => {
    const { predicate: document, ...statement } = v02();
    const { record, problems } = onlyRecord(adapt({ document, statement }));
    expect(problems).toEqual([]);
    expect(record).toMatchObject({
      format: 'slsa-provenance/0.2',
      producedAt: '2026-11-20T09:30:00.000Z',
      claims: {
        repository: 'https://git.example.com/ml/models',
        commit: 'b'.repeat(40),
        invocation: 'https://ci.example.com/runs/18',
      },
    });
    expect(valuesOf(record.metrics)).toEqual({ materials: 2 });
  });

  it('takes the commit of the repository that the build was told, not of another', () => {
    const { record } = onlyRecord(adapt({ document: github() }));
    expect(record.claims).toMatchObject({
      repository: 'https://github.com/example/models',
      commit: 'd'.repeat(40),
    });
  });

  it('names no commit where several could be it, and no password', () => {
    const document = github();
    document.buildDefinition.externalParameters = {};
    const several = onlyRecord(adapt({ document })).record.claims;
    expect(several).not.toHaveProperty('commit');
    expect(several).not.toHaveProperty('repository');

    document.buildDefinition.resolvedDependencies.shift();
    expect(onlyRecord(adapt({ document })).record.claims).toMatchObject({
      repository: 'https://github.com/example/tools',
    });
  });

  it('believes nothing that came unsigned, also as a whole statement', () => {
    for (const document of [train(), train().predicate, v02(), v02().predicate])
      expect(onlyRecord(adapt({ document })).problems).toEqual([
        expect.stringContaining('not signed by a configured producer'),
      ]);
  });

  it('knows no other version', () => {
    const document = {
      ...v02(),
      predicateType: 'https://slsa.dev/provenance/v0.1',
    };
    expect(onlyRecord(adapt({ document }))).toMatchObject({
      invalid: true,
      record: { format: 'slsa-provenance/0.1', metrics: [] },
    });
  });

  it('refuses what is missing or of another type', () => {
    const document = github();
    delete document.runDetails.builder;
    document.buildDefinition.resolvedDependencies[0].digest = 'd';
    expect(pointersOf(adapt({ document }))).toEqual([
      '/buildDefinition/resolvedDependencies/0/digest',
      '/runDetails/builder',
    ]);
    const statement = {
      predicateType: 'https://example.com/other',
      subject: [],
    };
    expect(pointersOf(adapt({ document: github(), statement }))).toEqual([
      '/predicateType',
    ]);
  });
});
