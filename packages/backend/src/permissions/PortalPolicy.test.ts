import { modelCatalogSourceAdministerPermission } from '@modelyard/plugin-model-catalog-common';
import { modelCostSummaryReadPermission } from '@modelyard/plugin-model-cost-common';
import { modelDeliveryServiceDeliverPermission } from '@modelyard/plugin-model-delivery-common';
import { scorecardReviewCreatePermission } from '@modelyard/plugin-model-scorecard-common';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { Permission } from '@backstage/plugin-permission-common';
import { PolicyQueryUser } from '@backstage/plugin-permission-node';
import { ConfigReader } from '@backstage/config';
import { readPolicyGroups } from './groups';
import { PortalPolicy } from './PortalPolicy';

const policy = PortalPolicy.create({
  administrators: ['group:default/ml-platform'],
  reviewers: ['group:default/model-risk'],
  finops: ['group:default/finops'],
});

function member(group: string): PolicyQueryUser {
  const info = {
    userEntityRef: 'user:default/someone',
    ownershipEntityRefs: ['user:default/someone', `group:default/${group}`],
  };
  return {
    info,
    credentials: {
      $$type: '@backstage/BackstageCredentials',
      principal: { type: 'user', userEntityRef: info.userEntityRef },
    },
  };
}

async function decide(permission: Permission, group?: string) {
  const decision = await policy.handle(
    { permission },
    group ? member(group) : undefined,
  );
  return decision.result;
}

describe('PortalPolicy', () => {
  it('lets everyone signed in read, and nobody else', async () => {
    expect(await decide(catalogEntityReadPermission, 'growth')).toBe('ALLOW');
    expect(await decide(catalogEntityReadPermission)).toBe('DENY');
  });

  it.each([
    ['reviews', scorecardReviewCreatePermission, 'model-risk'],
    ['all spend', modelCostSummaryReadPermission, 'finops'],
    ['syncs', modelCatalogSourceAdministerPermission, 'ml-platform'],
  ])(
    'keeps %s to its group and the administrators',
    async (_, permission, group) => {
      expect(await decide(permission, group)).toBe('ALLOW');
      expect(await decide(permission, 'ml-platform')).toBe('ALLOW');
      expect(await decide(permission, 'risk-ml')).toBe('DENY');
    },
  );

  it('lets people deliver what they own', async () => {
    const permission = modelDeliveryServiceDeliverPermission;
    expect(
      await policy.handle({ permission }, member('risk-ml')),
    ).toMatchObject({
      result: 'CONDITIONAL',
      conditions: {
        rule: 'IS_OWNER',
        params: { claims: ['user:default/someone', 'group:default/risk-ml'] },
      },
    });
    expect(await decide(permission, 'ml-platform')).toBe('ALLOW');
  });

  it('names the missing key of its configuration', () => {
    const config = new ConfigReader({
      permission: { groups: { administrators: [], reviewers: [] } },
    });
    expect(() => readPolicyGroups(config)).toThrow(
      /permission\.groups\.finops/,
    );
  });
});
