import { mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { scorecardEvidenceCreatePermission } from '@modelyard/plugin-model-scorecard-common';
import { startScorecard } from '../__testUtils__/startScorecard';
import {
  createModelScorecardConditionalDecision,
  modelScorecardConditions,
} from '..';
import { reviewedModelRules } from './rules';

const digest = `sha256:${'7'.repeat(64)}`;
const subject = { ref: 'model:default/credit-risk', version: '7', digest };

describe('permissions of the scorecard', () => {
  const asked: { name: string; resourceRef?: string }[] = [];
  let allowed = true;
  let portal: Awaited<ReturnType<typeof startScorecard>>;

  beforeAll(async () => {
    portal = await startScorecard({
      versions: [{ model: 'credit-risk', version: '7', digest }],
      features: [
        mockServices.permissions.mock({
          authorize: async requests =>
            requests.map(({ permission, resourceRef }) => {
              asked.push({ name: permission.name, resourceRef });
              const mayRead = permission.name.startsWith('catalog.');
              return {
                result:
                  mayRead || allowed
                    ? AuthorizeResult.ALLOW
                    : AuthorizeResult.DENY,
              };
            }),
          authorizeConditional: async requests =>
            requests.map(() => ({ result: AuthorizeResult.ALLOW })),
        }).factory,
      ],
    });
  });

  afterAll(async () => {
    await portal?.stop();
  });

  const writes: [string, string, object][] = [
    [
      'model-scorecard.evidence.create',
      '/evidence',
      {
        subject,
        format: 'canonical/1',
        document: {
          kind: 'operations',
          tool: { name: 'test', version: '1' },
          producedAt: '2026-11-20T00:00:00Z',
          claims: { logging: true },
        },
      },
    ],
    [
      'model-scorecard.review.create',
      '/reviews',
      {
        subject,
        environment: 'prod',
        role: 'reviewer',
        decision: 'approve',
        comment: 'Read it',
      },
    ],
    [
      'model-scorecard.tier.register',
      '/registrations',
      { ref: subject.ref, tier: 'high', purpose: 'Loans', personalData: true },
    ],
  ];

  it.each(writes)('asks for %s on the model', async (name, path, body) => {
    allowed = false;
    const refused = await portal.post(path, body, 'reviewer');
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toMatch(`${name} for ${subject.ref}`);
    expect(asked).toContainEqual({ name, resourceRef: subject.ref });
    allowed = true;
    expect((await portal.post(path, body, 'reviewer')).status).toBe(201);
  });

  it('refuses a stream before it is read', async () => {
    allowed = false;
    const query = new URLSearchParams({
      ...subject,
      format: 'sarif',
    });
    const answer = await portal
      .post(`/evidence/stream?${query}`, {}, 'reviewer')
      .set('Content-Type', 'application/sarif+json');
    expect(answer.status).toBe(403);
    allowed = true;
  });
});

describe('conditions on models under review', () => {
  const { isOwner, hasTier } = reviewedModelRules;
  const model = { owner: 'group:default/risk-ml', tier: 'high' };

  it('look at the owner and the registered tier', () => {
    expect(isOwner.apply(model, { claims: ['group:default/risk-ml'] })).toBe(
      true,
    );
    expect(isOwner.apply({}, { claims: ['group:default/risk-ml'] })).toBe(
      false,
    );
    expect(hasTier.apply(model, { tiers: ['high'] })).toBe(true);
    expect(hasTier.apply({}, { tiers: ['high'] })).toBe(false);
  });

  it('can be used in a policy', () => {
    const decision: PolicyDecision = createModelScorecardConditionalDecision(
      scorecardEvidenceCreatePermission,
      modelScorecardConditions.isOwner({ claims: ['group:default/risk-ml'] }),
    );
    expect(decision).toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      resourceType: 'model-scorecard-model',
    });
  });
});
