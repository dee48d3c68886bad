import {
  AuditEntry,
  Review,
  Scorecard,
  ScorecardApi,
  ScorecardCheck,
  ScorecardRow,
  StoredEvidence,
} from '@modelyard/plugin-model-scorecard-common';
import {
  ModelCatalogApi,
  ModelEntity,
  ModelRow,
  VersionRow,
} from '@modelyard/plugin-model-catalog-common';

export const modelRef = 'model:default/credit-risk';
const digest = `sha256:${'8'.repeat(64)}`;

export const modelEntity: ModelEntity = {
  apiVersion: 'modelyard.io/v1alpha1',
  kind: 'Model',
  metadata: { name: 'credit-risk', namespace: 'default' },
  spec: { type: 'classifier', lifecycle: 'production' },
};

export const modelRow: ModelRow = {
  ref: modelRef,
  title: 'Credit risk',
  latestVersion: { version: '8', createdAt: '2026-11-18T09:30:00Z' },
  aliases: { champion: '7' },
  versionCount: 2,
  source: { id: 'examples', state: 'fresh' },
};

export const version8: VersionRow = {
  version: '8',
  createdAt: '2026-11-18T09:30:00Z',
  status: 'ready',
  aliases: [],
  digest,
  digestKind: 'content',
  metrics: [],
};

const licence: ScorecardCheck = {
  id: 'lic.policy',
  area: 'licence',
  title: 'Licence',
  rule: 'Every licence is allowed.',
  severity: 'blocker',
  verdict: 'pass',
  reason: 'Apache-2.0 is allowed.',
  evidence: ['e-licence'],
  trust: 'manual',
  producedAt: '2026-11-18T09:30:00Z',
  redated: true,
  controls: [],
  remedy: 'Ask legal.',
};

const parity: ScorecardCheck = {
  id: 'fair.spd',
  area: 'fairness',
  title: 'Statistical parity',
  rule: 'Groups are selected at rates within ±0.10.',
  severity: 'blocker',
  verdict: 'fail',
  reason: 'sex F against M reaches −0.16.',
  metric: 'spd',
  value: -0.12,
  interval: { low: -0.16, high: -0.08, level: 0.95 },
  bound: { low: -0.1, high: 0.1 },
  slices: [
    {
      metric: 'spd',
      attr: 'sex',
      group: 'F',
      ref: 'M',
      value: -0.12,
      interval: { low: -0.16, high: -0.08 },
      worst: true,
    },
  ],
  evidence: ['e-fairness'],
  trust: 'signed',
  producedAt: '2026-11-10T09:30:00Z',
  controls: ['eu-ai-act:10(2)(g)'],
  remedy: 'Mitigate and measure again.',
};

const approval: ScorecardCheck = {
  id: 'hum.approval',
  area: 'human oversight',
  title: 'Human approval',
  rule: 'A reviewer and an ethics reviewer approve.',
  severity: 'blocker',
  verdict: 'no_evidence',
  reason: 'Nobody has decided.',
  evidence: [],
  controls: [],
  remedy: 'Ask for a review.',
};

/** A scorecard of version 8: closed by two checks for prod, open elsewhere. */
export function scorecardFor(environment = 'prod'): Scorecard {
  const closed = environment === 'prod';
  return {
    subject: { ref: modelRef, version: '8', digest },
    pack: { id: 'default', version: '1', digest },
    evaluatedAt: '2026-11-20T09:30:00Z',
    tier: 'high',
    gate: {
      environment,
      state: closed ? 'closed' : 'open',
      blockers: closed ? ['fair.spd', 'hum.approval'] : [],
    },
    counts: { pass: 1, fail: 1, no_evidence: 1 },
    checks: [licence, approval, parity],
    approvals: [
      {
        role: 'reviewer',
        review: 'r-1',
        decision: 'approve',
        by: 'user:default/reviewer',
      },
      { role: 'ethics-reviewer' },
    ],
    redated: true,
  };
}

export const fairnessRecord: StoredEvidence = {
  id: 'e-fairness',
  kind: 'fairness',
  format: 'canonical/1',
  tool: { name: 'fairlearn', version: '0.15.0' },
  trust: 'signed',
  digest,
  usable: true,
  problems: [],
  subject: { ref: modelRef, version: '8', digest },
  producedAt: '2026-11-10T09:30:00Z',
  receivedAt: '2026-11-10T10:00:00Z',
  producer: { name: 'training-pipeline', runUrl: 'https://runs.example.com/8' },
  dataset: { name: 'loans-2026q3', split: 'test', n: 8200 },
  metrics: [],
};

export const review: Review = {
  id: 'r-1',
  subject: { ref: modelRef, version: '8', digest },
  environment: 'prod',
  role: 'reviewer',
  decision: 'approve',
  comment: 'Figures and limits read.',
  by: 'user:default/reviewer',
  at: '2026-11-19T09:30:00Z',
};

export const auditEntry: AuditEntry = {
  id: 'a-1',
  model: modelRef,
  version: '8',
  sequence: 3,
  at: '2026-11-19T09:30:00Z',
  actor: 'user:default/reviewer',
  action: 'review-created',
  data: { decision: 'approve', nested: { left: 'out' } },
  previousHash: 'aa',
  hash: 'bb',
};

/** The row of the version that the alias of {@link modelRow} points to. */
export const gateRow: ScorecardRow = {
  subject: { ref: modelRef, version: '7', digest },
  title: 'Credit risk',
  evaluatedAt: '2026-11-20T09:30:00Z',
  createdAt: '2026-11-12T09:30:00Z',
  gate: { environment: 'prod', state: 'open', blockers: [] },
  counts: { pass: 8 },
};

/** An error as the REST client throws it. */
export function httpError(statusCode: number, message = 'no'): Error {
  const name = statusCode === 404 ? 'NotFoundError' : 'ResponseError';
  return Object.assign(new Error(message), { statusCode, name });
}

const missing = () => Promise.reject(httpError(404));

function mockAll<T extends object>(fake: T): jest.Mocked<T> {
  const mocked = Object.entries(fake).map(([name, call]) => [
    name,
    jest.fn(call),
  ]);
  return Object.fromEntries(mocked) as jest.Mocked<T>;
}

/** The scorecard's backend with the story above; any call can be replaced. */
export function fakeScorecards(
  calls: Partial<ScorecardApi> = {},
): jest.Mocked<ScorecardApi> {
  return mockAll<ScorecardApi>({
    getScorecard: async (_ref, _version, environment) =>
      scorecardFor(environment),
    listVersionScorecards: missing,
    getVerdict: missing,
    listScorecards: async () => ({ items: [gateRow], totalItems: 1 }),
    listEvidence: missing,
    getEvidence: async () => fairnessRecord,
    getEvidenceDocument: missing,
    createEvidence: missing,
    streamEvidence: missing,
    listReviews: async () => ({ items: [review], totalItems: 1 }),
    createReview: async input => ({ ...review, ...input }),
    listRoles: async () => ({
      items: [
        { name: 'reviewer', groups: ['group:default/model-risk'], held: false },
        {
          name: 'ethics-reviewer',
          groups: ['group:default/ethics'],
          held: true,
        },
      ],
      totalItems: 2,
    }),
    createRegistration: missing,
    listPacks: missing,
    validatePack: missing,
    previewPack: missing,
    listControls: missing,
    getJwks: missing,
    listAudit: async () => ({ items: [auditEntry], totalItems: 1 }),
    verifyAudit: async () => ({ ok: true, entries: 3 }),
    ...calls,
  });
}

/** The model catalog as far as the scorecard asks it. */
export function fakeModels(
  calls: Partial<ModelCatalogApi> = {},
): jest.Mocked<ModelCatalogApi> {
  return mockAll<ModelCatalogApi>({
    listModels: missing,
    getModelFacets: missing,
    getModel: async () => modelRow,
    listVersions: async () => ({ items: [version8], totalItems: 1 }),
    getVersion: missing,
    compareVersions: missing,
    listAliases: missing,
    getLineage: missing,
    getMlBom: missing,
    listLinks: missing,
    stateLink: missing,
    withdrawLink: missing,
    listRemovals: missing,
    listConflicts: missing,
    listCollisions: missing,
    listSources: missing,
    syncSource: missing,
    getSyncRun: missing,
    ...calls,
  });
}
