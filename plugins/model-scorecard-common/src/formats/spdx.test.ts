import {
  fixture,
  onlyRecord,
  pointersOf,
  sizesOf,
  valuesOf,
} from './__testUtils__/adapted';
import { spdxFormat } from './spdx';

const adapt = (document: unknown) => spdxFormat.adapt({ document });
const syft = () => fixture('syft-1.52.0/app.spdx.json');

describe('spdx', () => {
  it('counts the packages of syft 1.52.0 without the folder itself', () => {
    const { record, problems } = onlyRecord(adapt(syft()));
    expect(problems).toEqual([]);
    expect(record).toMatchObject({
      kind: 'sbom',
      format: 'spdx/2.3',
      tool: { name: 'syft', version: 'unstated' },
      producedAt: '2026-11-21T01:44:22.000Z',
      claims: { specVersion: '2.3' },
    });
    expect(valuesOf(record.metrics)).toEqual({
      components: 4,
      hashed: 0,
      licensed: 0,
    });
    expect(sizesOf(record.metrics)).toEqual([4]);
  });

  it('takes a licence only where one is stated', () => {
    const { record } = onlyRecord(
      adapt(fixture('spdx-schema/from-schema-licensed.json')),
    );
    expect(record.tool).toEqual({ name: 'sbom-tool', version: '2.2.9' });
    expect(valuesOf(record.metrics)).toEqual({
      components: 2,
      hashed: 1,
      licensed: 1,
    });
    expect(record.claims).toEqual({
      specVersion: '2.3',
      licenses: ['BSD-3-Clause'],
    });
  });

  it('has a problem with a list of nothing', () => {
    expect(
      onlyRecord(adapt({ ...syft(), packages: [] })).problems,
    ).toHaveLength(1);
  });

  it('knows no other version', () => {
    expect(
      onlyRecord(adapt({ ...syft(), spdxVersion: 'SPDX-2.2' })),
    ).toMatchObject({
      invalid: true,
      record: { format: 'spdx/2.2', metrics: [] },
    });
  });

  it('refuses what is ill-typed', () => {
    const document = syft();
    document.packages[2].name = null;
    delete document.creationInfo.created;
    expect(pointersOf(adapt(document))).toEqual([
      '/creationInfo/created',
      '/packages/2/name',
    ]);
  });
});
