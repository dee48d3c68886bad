import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { Measure } from '../report/Measure';
import { BenchDatabaseKind } from './BenchDatabase';
import { runSync } from './runSync';
import { startBenchBackend } from './startBenchBackend';

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

async function writeManifests(folder: string, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const directory = join(folder, `bench-${index}`);
    await mkdir(directory);
    await writeFile(join(directory, 'model.yaml'), manifest(index));
  }
}

/** A folder of manifests, which has marks to ask by, read first and read again. */
export async function measureUnchanged(
  kind: BenchDatabaseKind,
  { versions }: { versions: number },
): Promise<Measure> {
  const folder = await mkdtemp(join(tmpdir(), 'modelyard-bench-models-'));
  const database = await kind.create();
  await writeManifests(folder, versions / versionsPerModel);
  const backend = await startBenchBackend({
    database: database.config,
    source: { size: { models: 0, versionsPerModel }, stage: 'first' },
    folder,
  });
  try {
    const first = await runSync(backend, 'git');
    const again = await runSync(backend, 'git');
    if (first.written <= versions || again.written !== 0)
      throw new Error(
        `The syncs wrote ${first.written} and ${again.written} rows`,
      );
    return {
      name: `sync of an unchanged folder of ${versions} versions, ${kind.name}`,
      rival: 'its first sync',
      ours: again.ms,
      theirs: first.ms,
      goal: { atMost: 0.05 },
      note: 'type git, real files; nothing was written the second time',
    };
  } finally {
    await backend.stop();
    await database.remove();
    await rm(folder, { recursive: true, force: true });
  }
}
