import {
  Collision,
  ModelCatalogApi,
  ModelLink,
  ModelSource,
  OpenConflict,
  Removal,
  SyncRun,
} from '@modelyard/plugin-model-catalog-common';
import { demandForecast, digestOf } from './fakeModels';

/** UTC ISO time that many minutes from now; negative ones lie in the past. */
export function inMinutes(minutes: number): string {
  return new Date(Date.now() + minutes * 60_000).toISOString();
}

export const freshSource: ModelSource = {
  id: 'examples',
  type: 'git',
  state: 'fresh',
  lastSuccessAt: inMinutes(-2),
  counts: { models: 7, versions: 1225, tombstones: 0, conflicts: 0 },
  lastRun: { startedAt: inMinutes(-2), durationMs: 840, written: 0 },
  nextRunAt: inMinutes(4),
  takesEvents: false,
};

export const failedSource: ModelSource = {
  id: 'prod-mlflow',
  type: 'mlflow',
  state: 'failed',
  lastSuccessAt: inMinutes(-180),
  lastError: {
    at: inMinutes(-12.5),
    message: 'http://mlflow.example.com does not answer.',
  },
  counts: { models: 40, versions: 120, tombstones: 3, conflicts: 1 },
  lastRun: { startedAt: inMinutes(-13), durationMs: 185_000, written: 12 },
  nextRunAt: inMinutes(-1),
  takesEvents: true,
};

export const holdingSource: ModelSource = {
  ...freshSource,
  id: 'hub',
  type: 'huggingface',
  lastError: {
    at: inMinutes(-2),
    message: 'The source no longer lists 120 of 130 models',
  },
  heldRemovals: { models: 120, versions: 800 },
};

export const neverReadSource: ModelSource = {
  id: 'kubeflow',
  type: 'kubeflow',
  state: 'stale',
  counts: { models: 0, versions: 0, tombstones: 0, conflicts: 0 },
};

/** That many problems, the first a warning, the rest errors. */
export function problems(count: number): ModelSource['problems'] {
  return Array.from({ length: count }, (_, index) => ({
    file: `models/m${index}/model.yaml`,
    line: index + 1,
    field: '/spec/owner',
    message: `value ${index} is no owner`,
    severity: index === 0 ? ('warning' as const) : ('error' as const),
  }));
}

export const conflict: OpenConflict = {
  ref: 'model:default/credit-risk',
  title: 'Credit risk',
  version: '7',
  source: 'examples',
  digest: digestOf('7'),
  sourceDigest: digestOf('f'),
  fields: ['digest', 'artifacts'],
  at: inMinutes(-90),
};

export const removedVersion: Removal = {
  ref: 'model:default/credit-risk',
  title: 'Credit risk',
  version: '6',
  source: 'examples',
  at: inMinutes(-90),
  reason: 'The source no longer lists it',
};

export const removedModel: Removal = {
  ...removedVersion,
  ref: 'model:default/old-scoring',
  title: 'Old scoring',
  version: undefined,
};

export const collision: Collision = {
  ref: 'model:default/credit-risk-0a1b2c3d',
  title: 'Credit risk',
  source: 'prod-mlflow',
  wantedRef: 'model:default/credit-risk',
  holder: { title: 'Credit risk', source: 'examples' },
};

export const digestLink: ModelLink = {
  ref: 'model:default/credit-risk-hub',
  title: 'credit-risk-hub',
  source: 'prod-mlflow',
  versions: ['8', '7', '6'].map(version => ({
    version,
    otherVersion: `${Number(version) - 5}`,
    digest: digestOf(version),
    digestKind: 'content' as const,
  })),
};

export const statedLink: ModelLink = {
  ref: 'model:default/scoring',
  title: 'scoring',
  source: 'hub',
  versions: [],
  statement: {
    by: 'user:default/platform-engineer',
    at: inMinutes(-90),
    comment: 'the same weights, converted',
  },
};

/** A page of these rows, the only one. */
export async function pageOf<T>(...items: T[]) {
  return { items, totalItems: items.length };
}

/** How a run ended that was started by hand. */
export const endedRun: SyncRun = {
  runId: 'run-1',
  state: 'succeeded',
  startedAt: inMinutes(0),
  durationMs: 1400,
  written: 12,
};

/** Two sources and something in every list. */
export const sourceCalls: Partial<ModelCatalogApi> = {
  listSources: async () => ({ items: [freshSource, failedSource] }),
  listModels: () => pageOf(demandForecast),
  listConflicts: () => pageOf(conflict),
  listRemovals: () => pageOf(removedVersion, removedModel),
  listCollisions: () => pageOf(collision),
  syncSource: async () => ({ runId: 'run-1' }),
  getSyncRun: async () => endedRun,
};
