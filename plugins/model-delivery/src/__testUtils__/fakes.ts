import {
  ModelCatalogApi,
  ModelRow,
  VersionRow,
} from '@modelyard/plugin-model-catalog-common';
import {
  DeliveryApi,
  InferenceService,
} from '@modelyard/plugin-model-delivery-common';
import { GatesApi } from '../api/gatesApiRef';

const digest = `sha256:${'a'.repeat(64)}`;

/** A service that runs version 7 in dev and prod. */
export function fakeService(name = 'credit-risk-api'): InferenceService {
  const declared = {
    version: '7',
    digest,
    commit: 'c0ffee00',
    at: '2026-11-20T10:00:00.000Z',
    by: 'user:default/data-scientist',
  };
  return {
    name,
    entityRef: `component:default/${name}`,
    model: 'model:default/credit-risk',
    owner: 'group:default/risk-ml',
    repository: `${name}-gitops`,
    repositoryUrl: `http://localhost/services/${name}`,
    cloneUrl: `http://localhost:7007/api/model-delivery/git/${name}-gitops.git`,
    commit: 'c0ffee00',
    environments: ['dev', 'prod'].map(environment => ({
      name: environment,
      namespace: `ml-${environment}`,
      declared,
      observed: { state: 'unknown', reason: 'No controller is connected' },
    })),
  };
}

function refuse(): never {
  throw new Error('not part of this test');
}

/** Delivery with the given answers. */
export function fakeDelivery(answers: Partial<DeliveryApi> = {}): DeliveryApi {
  return {
    createPlan: async () => refuse(),
    deliverService: async () => refuse(),
    listServices: async () => ({ items: [fakeService()], totalItems: 1 }),
    getService: async name => fakeService(name),
    listFiles: async () => ({
      commit: 'c0ffee00',
      items: [{ path: 'README.md', sizeBytes: 20 }],
      totalItems: 1,
    }),
    getFile: async (_name, path) => ({
      path,
      commit: 'c0ffee00',
      sizeBytes: 20,
      content: 'What the repository is for',
    }),
    listCommits: async () => ({
      items: [
        {
          commit: 'c0ffee00',
          at: '2026-11-20T10:00:00.000Z',
          by: 'user:default/data-scientist',
          message: 'Create credit-risk-api',
        },
      ],
      totalItems: 1,
    }),
    reindex: async () => refuse(),
    ...answers,
  };
}

const model: ModelRow = {
  ref: 'model:default/credit-risk',
  title: 'Credit risk',
  aliases: { champion: '7' },
  versionCount: 2,
  source: { id: 'examples', state: 'fresh' },
};

function version(name: string, aliases: string[] = []): VersionRow {
  return {
    version: name,
    createdAt: '2026-11-12T09:30:00.000Z',
    status: 'ready',
    aliases,
    digest,
    digestKind: 'content',
    metrics: [],
  };
}

/** What the picker asks the model catalog. */
export function fakeModels(): ModelCatalogApi {
  return {
    listModels: async ({ q }) => {
      const items =
        !q || 'credit risk'.includes(q.toLowerCase()) ? [model] : [];
      return { items, totalItems: items.length };
    },
    getModel: async () => model,
    listVersions: async () => ({
      items: [version('8'), version('7', ['champion'])],
      totalItems: 2,
    }),
    getModelFacets: async () => refuse(),
    getVersion: async () => refuse(),
    compareVersions: async () => refuse(),
    listAliases: async () => refuse(),
    getLineage: async () => refuse(),
    getMlBom: async () => refuse(),
    listLinks: async () => refuse(),
    stateLink: async () => refuse(),
    withdrawLink: async () => refuse(),
    listRemovals: async () => refuse(),
    listConflicts: async () => refuse(),
    listCollisions: async () => refuse(),
    listSources: async () => refuse(),
    syncSource: async () => refuse(),
    getSyncRun: async () => refuse(),
  };
}

/** A scorecard that closes prod for version 8. */
export function fakeGates(): GatesApi {
  const subject = (name: string) => ({ ref: model.ref, version: name, digest });
  const gate = (name: string, environment: string) =>
    name === '8' && environment === 'prod'
      ? { environment, state: 'closed' as const, blockers: ['hum.approval'] }
      : { environment, state: 'open' as const, blockers: [] };
  const at = '2026-11-20T10:00:00.000Z';
  return {
    listScorecards: async () => ({
      items: ['8', '7'].map(name => ({
        subject: subject(name),
        title: model.title,
        evaluatedAt: at,
        createdAt: at,
        gate: gate(name, 'prod'),
        counts: {},
      })),
      totalItems: 2,
    }),
    listVersionScorecards: async (_ref, name, environments = []) => ({
      items: environments.map(environment => ({
        subject: subject(name),
        pack: { id: 'default', version: '1', digest },
        evaluatedAt: at,
        gate: gate(name, environment),
        counts: {},
        checks: [],
        approvals: [],
      })),
      totalItems: environments.length,
    }),
  };
}

/** An error as the REST clients throw it. */
export function failure(statusCode: number): Error {
  return Object.assign(new Error('Git is down'), { statusCode });
}
