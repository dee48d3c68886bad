import { modelCostSummaryReadPermission } from '@modelyard/plugin-model-cost-common';
import {
  createModelDeliveryConditionalDecision,
  modelDeliveryConditions,
} from '@modelyard/plugin-model-delivery-backend';
import { modelDeliveryServiceDeliverPermission } from '@modelyard/plugin-model-delivery-common';
import {
  scorecardEvidenceCreatePermission,
  scorecardReviewCreatePermission,
  scorecardTierRegisterPermission,
} from '@modelyard/plugin-model-scorecard-common';
import { catalogEntityRefreshPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isPermission,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  actionExecutePermission,
  taskCancelPermission,
  taskCreatePermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import { PolicyGroups } from './groups';

function namesOf(permissions: Permission[]): Set<string> {
  return new Set(permissions.map(permission => permission.name));
}

const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: PolicyDecision = { result: AuthorizeResult.DENY };

/** What reviewers may do beyond reading. */
const reviewing = namesOf([
  scorecardReviewCreatePermission,
  scorecardTierRegisterPermission,
]);

/** What shows the spend of all teams. */
const allSpend = namesOf([modelCostSummaryReadPermission]);

/** What everyone may do beyond reading; the catalog and the scaffolder check more. */
const everyday = namesOf([
  catalogEntityRefreshPermission,
  scorecardEvidenceCreatePermission,
  actionExecutePermission,
  taskCreatePermission,
  taskCancelPermission,
]);

/**
 * Everyone reads; owners deliver; reviewers review; FinOps sees all spend;
 * administrators do everything. What is not named here is denied.
 */
export class PortalPolicy implements PermissionPolicy {
  static create(groups: PolicyGroups): PortalPolicy {
    return new PortalPolicy(groups);
  }

  private constructor(private readonly groups: PolicyGroups) {}

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) return deny;
    const isIn = (refs: string[]) =>
      refs.some(ref => user.info.ownershipEntityRefs.includes(ref));
    if (isIn(this.groups.administrators)) return allow;
    if (allSpend.has(permission.name))
      return isIn(this.groups.finops) ? allow : deny;
    if (reviewing.has(permission.name))
      return isIn(this.groups.reviewers) ? allow : deny;
    if (isPermission(permission, modelDeliveryServiceDeliverPermission))
      return createModelDeliveryConditionalDecision(
        permission,
        modelDeliveryConditions.isOwner({
          claims: user.info.ownershipEntityRefs,
        }),
      );
    if (permission.attributes.action === 'read') return allow;
    return everyday.has(permission.name) ? allow : deny;
  }
}
