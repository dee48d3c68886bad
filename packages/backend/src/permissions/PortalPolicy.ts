import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { PolicyGroups } from './groups';

const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: PolicyDecision = { result: AuthorizeResult.DENY };

/** What reviewers may do beyond reading. */
const reviewing = new Set([
  'model-scorecard.review.create',
  'model-scorecard.tier.register',
]);

/** What shows the spend of all teams. */
const allSpend = new Set(['model-cost.summary.read']);

/** What everyone may do beyond reading. */
const everyday = new Set([
  'catalog.entity.refresh',
  'model-scorecard.evidence.create',
  'scaffolder.action.execute',
  'scaffolder.task.create',
  'scaffolder.task.cancel',
  'scaffolder.template.management',
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
    if (permission.attributes.action === 'read') return allow;
    return everyday.has(permission.name) ? allow : deny;
  }
}
