import {
  fixture,
  onlyRecord,
  pointersOf,
  sizesOf,
  valuesOf,
} from './__testUtils__/adapted';
import { cyclonedxFormat } from './cyclonedx';

const adapt = (document: unknown, rest = {}) =>
  cyclonedxFormat.adapt({ document, ...rest });
const mlBom = () => fixture('cyclonedx-1.6-mlbom/ml-bom.json');

describe('cyclonedx', () => {
  it('reads an ML-BOM: models, their cards and licence; no metric of the card', () => {
    const { record, problems } = onlyRecord(adapt(mlBom()));
    expect(problems).toEqual([]);
    expect(record).toMatchObject({
      kind: 'ml-bom',
      format: 'cyclonedx/1.6',
      tool: { name: 'cyclonedx', version: 'unstated' },
      producedAt: '2026-11-20T09:00:00.000Z',
      claims: { license: ['Apache-2.0'], specVersion: '1.6' },
    });
    expect(valuesOf(record.metrics)).toEqual({
      components: 2,
      hashed: 1,
      model_cards: 1,
      models: 1,
    });
    expect(sizesOf(record.metrics)).toEqual([2]);
  });

  it('takes a model that the document is about into account, and nested parts', () => {
    const document = mlBom();
    const [model, data] = document.components;
    document.metadata.component = {
      ...model,
      modelCard: {},
      components: [data],
    };
    document.components = [];
    const { record } = onlyRecord(adapt(document));
    expect(record.kind).toBe('ml-bom');
    expect(valuesOf(record.metrics)).toEqual({
      components: 2,
      hashed: 1,
      model_cards: 0,
      models: 1,
    });
  });

  it('reads what syft 1.52.0 writes', () => {
    const { record } = onlyRecord(adapt(fixture('syft-1.52.0/app.cdx.json')));
    expect(record).toMatchObject({
      kind: 'sbom',
      tool: { name: 'syft', version: 'unstated' },
      producedAt: '2026-11-21T01:44:22.000Z',
      claims: { specVersion: '1.6' },
    });
    expect(valuesOf(record.metrics)).toEqual({
      components: 5,
      hashed: 1,
      licensed: 0,
    });
  });

  it.each(['1.4', '1.5'])('reads %s of cyclonedx-bom 7.5.0', version => {
    const { record, problems } = onlyRecord(
      adapt(fixture(`cyclonedx-bom-7.5.0/requirements-${version}.cdx.json`)),
    );
    expect(problems).toEqual([]);
    expect(record.tool).toEqual({ name: 'cyclonedx-py', version: '7.5.0' });
    expect(record.format).toBe(`cyclonedx/${version}`);
    expect(valuesOf(record.metrics)).toEqual({
      components: 2,
      hashed: 0,
      licensed: 0,
    });
  });

  it('leaves out the time that a reproducible document does not have', () => {
    const document = mlBom();
    delete document.metadata;
    document.components[0].licenses = [{ expression: 'MIT OR Apache-2.0' }];
    const { record } = onlyRecord(adapt(document));
    expect(record).not.toHaveProperty('producedAt');
    expect(record.claims?.license).toEqual(['MIT OR Apache-2.0']);
  });

  it('has a problem with a list of nothing', () => {
    const document = {
      bomFormat: 'CycloneDX',
      specVersion: '1.5',
      components: [],
    };
    expect(onlyRecord(adapt(document)).problems).toHaveLength(1);
  });

  it('knows no other version', () => {
    expect(onlyRecord(adapt({ ...mlBom(), specVersion: '1.7' }))).toMatchObject(
      {
        invalid: true,
        record: { kind: 'sbom', format: 'cyclonedx/1.7', metrics: [] },
      },
    );
  });

  it('refuses what is ill-typed', () => {
    const document = mlBom();
    document.components[0].hashes = [{ alg: 'SHA-256' }];
    document.components[1].type = 7;
    delete document.specVersion;
    expect(pointersOf(adapt(document))).toEqual([
      '/specVersion',
      '/components/0/hashes/0/content',
      '/components/1/type',
    ]);
  });
});
