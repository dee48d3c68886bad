import { createMockDirectory } from '@backstage/backend-test-utils';
import { stringify } from 'yaml';

const hex = (seed: string) =>
  Buffer.from(seed.repeat(64)).toString('hex').slice(0, 64);

/** A legal digest that differs by seed. */
export function exampleDigest(seed: string): string {
  return `sha256:${hex(seed)}`;
}

/** A version of a manifest, complete but for what a test adds. */
export function exampleVersion(version: string, more: object = {}) {
  return {
    version,
    createdAt: `2026-11-1${version}T09:30:00Z`,
    createdBy: 'user:default/data-scientist',
    artifacts: [
      {
        uri: `s3://models/credit-risk/${version}/model.pkl`,
        digest: exampleDigest(version),
        sizeBytes: 123,
        format: 'pickle',
      },
    ],
    metrics: [
      {
        name: 'roc_auc',
        value: 0.9 + Number(version) / 1000,
        higherIsBetter: true,
        dataset: 'loans-2026q3',
        split: 'test',
        n: 8200,
      },
    ],
    params: { max_depth: '6' },
    datasets: [
      { name: 'loans-2026q3', digest: exampleDigest('d'), role: 'test' },
    ],
    ...more,
  };
}

/** A manifest, complete but for what a test adds. */
export function exampleManifest(
  name: string,
  options: { metadata?: object; spec?: object; versions?: object[] } = {},
): string {
  return stringify({
    apiVersion: 'modelyard.io/v1alpha1',
    kind: 'ModelManifest',
    metadata: { name, ...options.metadata },
    spec: {
      type: 'classifier',
      lifecycle: 'production',
      owner: 'group:default/risk-ml',
      task: 'tabular-classification',
      license: 'Apache-2.0',
      riskTier: 'high',
      versions: options.versions ?? [exampleVersion('1'), exampleVersion('2')],
      ...options.spec,
    },
  });
}

/** A folder of manifests that is removed after the tests. */
export function createManifestFolder() {
  return createMockDirectory();
}
