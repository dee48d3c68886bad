import {
  ModelCatalogApi,
  ModelEntity,
  ModelFacets,
  ModelRow,
  VersionDetail,
  VersionRow,
} from '@modelyard/plugin-model-catalog-common';

/** Digest whose hexadecimal part is one digit, repeated. */
export function digestOf(digit: string): string {
  return `sha256:${digit.repeat(64)}`;
}

export const creditRisk: ModelRow = {
  ref: 'model:default/credit-risk',
  title: 'Credit risk',
  owner: 'group:default/risk-ml',
  task: 'tabular-classification',
  riskTier: 'high',
  lifecycle: 'production',
  license: 'Apache-2.0',
  latestVersion: { version: '8', createdAt: '2026-11-18T09:30:00Z' },
  aliases: { champion: '7' },
  versionCount: 8,
  source: { id: 'examples', syncedAt: '2026-11-20T09:30:00Z', state: 'stale' },
};

export const demandForecast: ModelRow = {
  ref: 'model:default/demand-forecast',
  title: 'Demand forecast',
  aliases: {},
  versionCount: 0,
  source: { id: 'examples', state: 'fresh' },
};

export const facets: ModelFacets = {
  owner: [
    { value: 'group:default/risk-ml', count: 1 },
    { value: 'none', count: 1 },
  ],
  task: [{ value: 'tabular-classification', count: 1 }],
  tier: [{ value: 'high', count: 1 }],
  lifecycle: [{ value: 'production', count: 1 }],
  license: [],
  source: [{ value: 'examples', count: 2 }],
  alias: [],
  freshness: [{ value: 'fresh', count: 2 }],
};

export const modelEntity: ModelEntity = {
  apiVersion: 'modelyard.io/v1alpha1',
  kind: 'Model',
  metadata: {
    name: 'credit-risk',
    namespace: 'default',
    title: 'Credit risk',
    description: 'Estimates whether a loan will be repaid.',
    tags: ['risk'],
  },
  spec: {
    type: 'classifier',
    lifecycle: 'production',
    owner: 'group:default/risk-ml',
    task: 'tabular-classification',
    license: 'Apache-2.0',
    riskTier: 'high',
    datasets: ['resource:default/loans'],
  },
};

function rocAuc(value: number): VersionRow['metrics'] {
  return [
    { name: 'roc_auc', value, higherIsBetter: true },
    { name: 'log_loss', value: 1 - value, higherIsBetter: false },
  ];
}

export const version8: VersionRow = {
  version: '8',
  createdAt: '2026-11-18T09:30:00Z',
  createdBy: 'user:default/data-scientist',
  status: 'ready',
  aliases: ['challenger'],
  digest: digestOf('8'),
  digestKind: 'content',
  metrics: rocAuc(0.9),
};

export const version7: VersionRow = {
  ...version8,
  version: '7',
  createdAt: '2026-11-12T09:30:00Z',
  aliases: ['champion'],
  digest: digestOf('7'),
  digestKind: 'record',
  metrics: rocAuc(0.91),
  conflict: { digest: digestOf('f'), at: '2026-11-19T00:00:00Z' },
};

export const version6: VersionRow = {
  ...version8,
  version: '6',
  createdAt: '2026-11-01T09:30:00Z',
  aliases: [],
  digest: digestOf('6'),
  metrics: [],
  tombstone: {
    at: '2026-11-19T00:00:00Z',
    reason: 'removed from the registry',
  },
};

export const detail7: VersionDetail = {
  ...version7,
  artifacts: [
    {
      uri: 's3://models/credit-risk/7/model.joblib',
      digest: digestOf('7'),
      sizeBytes: 1889,
      format: 'joblib',
    },
  ],
  params: { max_depth: '6' },
  datasets: [{ name: 'loans-2026q3', digest: digestOf('d'), role: 'test' }],
  run: { url: 'https://runs.example.com/7', commit: 'a'.repeat(40) },
  // eslint-disable-next-line no-script-url -- the trap that the page must not turn into a link
  links: [{ url: 'javascript:alert(1)', title: 'Notes' }],
  card: {
    text: '# Credit risk\n\nFor <b>clerks</b>. [Paper](https://example.com/paper) [Trap](javascript:alert(1))',
  },
  source: {
    id: 'examples',
    nativeId: 'credit-risk/7',
    uri: 'https://git.example.com/models',
  },
};

/** An error as the REST client throws it. */
export function httpError(statusCode: number, name = 'ResponseError'): Error {
  return Object.assign(new Error('the backend said no'), { statusCode, name });
}

/** The model catalog with the models above; any call can be replaced. */
export function fakeModelCatalog(
  calls: Partial<ModelCatalogApi> = {},
): jest.Mocked<ModelCatalogApi> {
  const missing = () => Promise.reject(httpError(404, 'NotFoundError'));
  const fake: ModelCatalogApi = {
    listModels: async () => ({
      items: [creditRisk, demandForecast],
      totalItems: 2,
    }),
    getModelFacets: async () => facets,
    getModel: async () => creditRisk,
    listVersions: async () => ({
      items: [version8, version7, version6],
      totalItems: 3,
    }),
    getVersion: async () => detail7,
    compareVersions: missing,
    listAliases: async () => ({ items: [], totalItems: 0 }),
    getLineage: missing,
    getMlBom: missing,
    listLinks: async () => ({ items: [] }),
    stateLink: missing,
    withdrawLink: missing,
    listRemovals: missing,
    listConflicts: missing,
    listCollisions: missing,
    listSources: missing,
    syncSource: missing,
    getSyncRun: missing,
    ...calls,
  };
  const mocked = Object.entries(fake).map(([name, call]) => [
    name,
    jest.fn(call),
  ]);
  return Object.fromEntries(mocked) as jest.Mocked<ModelCatalogApi>;
}
