import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';

const versionsPerModel = 20;
const hex = (seed: number) => seed.toString(16).padStart(64, '0');

function manifest(index: number): string {
  const name = `bench-${index}`;
  return stringify({
    apiVersion: 'modelyard.io/v1alpha1',
    kind: 'ModelManifest',
    metadata: { name, title: `Bench ${index}` },
    spec: {
      type: 'classifier',
      lifecycle: 'production',
      owner: `group:default/team-${index % 10}`,
      versions: Array.from({ length: versionsPerModel }, (_, n) => ({
        version: String(n + 1),
        createdAt: new Date(Date.UTC(2026, 0, n + 1)).toISOString(),
        artifacts: [
          {
            uri: `s3://models/${name}/${n + 1}`,
            digest: `sha256:${hex(index * versionsPerModel + n)}`,
          },
        ],
        metrics: [{ name: 'roc_auc', value: 0.8 + n / 1000 }],
      })),
    },
  });
}

/** A new folder of manifests that hold so many versions, a multiple of 20. */
export async function writeManifests(versions: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'modelyard-bench-models-'));
  for (let index = 0; index < versions / versionsPerModel; index += 1) {
    const directory = join(folder, `bench-${index}`);
    await mkdir(directory);
    await writeFile(join(directory, 'model.yaml'), manifest(index));
  }
  return folder;
}
