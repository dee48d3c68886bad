import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import {
  ModelRow,
  VersionDetail,
} from '@modelyard/plugin-model-catalog-common';
import * as fc from 'fast-check';
import { toMlBom } from './mlBom';

jest.setTimeout(60_000);

const digest = (letter: string) => `sha256:${letter.repeat(64)}`;

const model: ModelRow = {
  ref: 'model:default/credit-risk',
  title: 'Credit risk',
  aliases: {},
  versionCount: 1,
  owner: 'group:default/risk-ml',
  task: 'tabular-classification',
  license: 'Apache-2.0',
  riskTier: 'high',
  baseModelTitles: ['meta-llama/Llama-3.1-8B'],
  source: { id: 'examples', state: 'fresh' },
};

const version: VersionDetail = {
  version: '7',
  createdAt: '2026-11-12T09:30:00.000Z',
  status: 'ready',
  aliases: ['champion'],
  digest: digest('a'),
  digestKind: 'content',
  metrics: [{ name: 'roc_auc', value: 0.91, dataset: 'loans', split: 'test' }],
  artifacts: [
    { uri: 's3://bucket/model.pkl', digest: digest('a'), sizeBytes: 123 },
    { uri: 'https://host/a b%zz/model.onnx', format: 'onnx' },
  ],
  params: { max_depth: '6' },
  datasets: [{ name: 'loans', digest: 'abcd1234', role: 'test' }],
  run: { url: 'https://ci.example.com/run/7', commit: 'c'.repeat(40) },
  links: [{ url: 'https://example.com/x', title: 'x' }],
  source: { id: 'examples', nativeId: 'default/credit-risk@7' },
};

/** What the official JSON schema of CycloneDX 1.6 finds wrong, in strict mode. */
async function findings(bom: unknown): Promise<unknown> {
  const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
  return validator.validate(JSON.stringify(bom));
}

describe('toMlBom', () => {
  it('describes a version, valid against the official schema', async () => {
    const bom = toMlBom(model, version);
    expect(await findings(bom)).toBeNull();
    expect(bom.metadata.component).toMatchObject({
      type: 'machine-learning-model',
      name: 'Credit risk',
      version: '7',
      publisher: 'group:default/risk-ml',
      hashes: [{ alg: 'SHA-256', content: 'a'.repeat(64) }],
      licenses: [{ license: { id: 'Apache-2.0' } }],
      modelCard: {
        modelParameters: {
          task: 'tabular-classification',
          datasets: [{ ref: 'dataset-1' }],
        },
        quantitativeAnalysis: {
          performanceMetrics: [
            { type: 'roc_auc', value: '0.91', slice: 'loans test' },
          ],
        },
      },
    });
    expect(bom.components.map(c => [c.type, c.name])).toEqual([
      ['file', 'model.pkl'],
      ['file', 'model.onnx'],
      ['data', 'loans'],
      ['machine-learning-model', 'meta-llama/Llama-3.1-8B'],
    ]);
    expect(bom.dependencies[0].dependsOn).toHaveLength(4);
  });

  it('gives the MD5 by which DVC names a file, and no hash of a folder', async () => {
    const hex = 'c'.repeat(32);
    const bom = toMlBom(model, {
      ...version,
      artifacts: [
        { uri: 'model.pkl', digest: `md5:${hex}` },
        { uri: 'tokenizer', digest: `md5:${hex}.dir` },
      ],
    });
    expect(await findings(bom)).toBeNull();
    expect(bom.components.slice(0, 2).map(c => c.hashes)).toEqual([
      [{ alg: 'MD5', content: hex }],
      undefined,
    ]);
  });

  it('is the same for the same version, and another for another', () => {
    expect(toMlBom(model, version)).toEqual(toMlBom(model, version));
    const other = { ...version, digest: digest('b') };
    expect(toMlBom(model, other).serialNumber).not.toBe(
      toMlBom(model, version).serialNumber,
    );
  });

  it('leaves out what is unknown, and gives no hash of a record', async () => {
    const bom = toMlBom(
      { ...model, license: undefined, task: undefined, baseModelTitles: [] },
      {
        ...version,
        digestKind: 'record',
        metrics: [],
        artifacts: [],
        params: {},
        datasets: [],
        run: undefined,
        links: [],
      },
    );
    expect(await findings(bom)).toBeNull();
    const fields = Object.keys(bom.metadata.component);
    for (const field of [
      'hashes',
      'licenses',
      'modelCard',
      'externalReferences',
    ])
      expect(fields).not.toContain(field);
  });

  it.each([
    ['MIT OR Apache-2.0', [{ expression: 'MIT OR Apache-2.0' }]],
    ['LicenseRef-llama3.1', [{ license: { name: 'LicenseRef-llama3.1' } }]],
  ])('spells the licence %s as the schema asks', async (license, licenses) => {
    const bom = toMlBom({ ...model, license }, version);
    expect(bom.metadata.component.licenses).toEqual(licenses);
    expect(await findings(bom)).toBeNull();
  });

  it('stays valid whatever a registry tells', async () => {
    const text = fc.string({ unit: 'binary', minLength: 1 });
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        async (odd, url) => {
          const bom = toMlBom(
            { ...model, title: odd, description: odd, license: odd, task: odd },
            {
              ...version,
              artifacts: [{ uri: odd, format: odd }, { uri: url }],
              datasets: [{ name: odd, digest: odd, role: odd }],
              params: { [odd]: odd },
              links: [{ url, title: odd }],
            },
          );
          expect(await findings(bom)).toBeNull();
        },
      ),
      { numRuns: 20 },
    );
  });
});
