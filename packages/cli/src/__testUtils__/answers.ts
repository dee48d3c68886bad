import {
  Comparison,
  ModelRow,
  ModelSource,
  VersionRow,
} from '@modelyard/plugin-model-catalog-common';

/** A model of the portal. */
export function exampleModel(
  name: string,
  more: Partial<ModelRow> = {},
): ModelRow {
  return {
    ref: `model:default/${name}`,
    title: name,
    aliases: { champion: '7' },
    versionCount: 8,
    latestVersion: { version: '8', createdAt: '2026-11-12T09:30:00.000Z' },
    source: { id: 'examples', state: 'fresh' },
    ...more,
  };
}

/** A version of the portal. */
export function exampleVersion(
  version: string,
  more: Partial<VersionRow> = {},
): VersionRow {
  return {
    version,
    createdAt: '2026-11-12T09:30:00.000Z',
    status: 'ready',
    aliases: [],
    digest: `sha256:${'ab'.repeat(32)}`,
    digestKind: 'content',
    metrics: [{ name: 'roc_auc', value: 0.9012345678 }],
    ...more,
  };
}

/** Two versions of the portal, side by side. */
export const exampleComparison: Comparison = {
  left: exampleVersion('7', { aliases: ['champion'] }),
  right: exampleVersion('8'),
  metrics: [
    {
      name: 'roc_auc',
      left: 0.9,
      right: 0.912,
      change: 0.012,
      better: 'right',
    },
    { name: 'latency_ms', left: 12, right: 9, change: -3 },
    { name: 'gini', right: 0.4 },
  ],
  params: [
    { name: 'max_depth', left: '6', right: '8' },
    { name: 'seed', left: '1', right: '1' },
  ],
  datasets: [{ name: 'loans (test)', left: 'sha256:aa', right: 'sha256:aa' }],
  artifacts: [{ name: 'model.pkl', right: `sha256:${'bc'.repeat(32)}` }],
  license: { left: 'Apache-2.0', right: 'Apache-2.0' },
  card: {
    changes: [
      { kind: 'same', text: '# Credit risk\n' },
      { kind: 'removed', text: 'old\n' },
      { kind: 'added', text: 'new\nand more\n' },
    ],
    truncated: false,
  },
};

/** Two sources of the portal, a good one and a bad one. */
export const exampleSources: ModelSource[] = [
  {
    id: 'examples',
    type: 'git',
    state: 'fresh',
    lastSuccessAt: '2026-11-12T09:30:00.000Z',
    nextRunAt: '2026-11-12T09:35:00.000Z',
    counts: { models: 7, versions: 1025, tombstones: 0, conflicts: 0 },
  },
  {
    id: 'prod-mlflow',
    type: 'mlflow',
    state: 'failed',
    isRunning: true,
    lastError: {
      at: '2026-11-12T09:31:00.000Z',
      message: 'refused\u001b[31m us\nbadly',
    },
    counts: { models: 0, versions: 0, tombstones: 3, conflicts: 0 },
  },
];
