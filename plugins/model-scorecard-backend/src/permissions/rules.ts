import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_REVIEWED_MODEL } from '@modelyard/plugin-model-scorecard-common';
import { z } from 'zod';

/**
 * What a permission condition may look at: a model under review.
 *
 * @public
 */
export interface ReviewedModel {
  /** Entity ref of a group or user; absent when nobody owns the model. */
  owner?: string;
  /** Registered by a reviewer; absent while nobody did. */
  tier?: string;
}

/**
 * Query that a condition becomes: models of which a member has one of the values.
 *
 * @public
 */
export interface ReviewedModelFilter {
  member: 'owner' | 'tier';
  values: string[];
}

/**
 * Reference to the resource type `model-scorecard-model`.
 *
 * @public
 */
export const reviewedModelRef = createPermissionResourceRef<
  ReviewedModel,
  ReviewedModelFilter
>().with({
  pluginId: 'model-scorecard',
  resourceType: RESOURCE_TYPE_REVIEWED_MODEL,
});

const isOwner = createPermissionRule({
  name: 'IS_OWNER',
  description: 'Allow models owned by one of the given entities',
  resourceRef: reviewedModelRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity refs, such as those a user owns things through'),
  }),
  apply: ({ owner }, { claims }) =>
    owner !== undefined && claims.includes(owner),
  toQuery: ({ claims }) => ({ member: 'owner', values: claims }),
});

const hasTier = createPermissionRule({
  name: 'HAS_TIER',
  description: 'Allow models that a reviewer registered in one of the tiers',
  resourceRef: reviewedModelRef,
  paramsSchema: z.object({
    tiers: z.array(z.string()).describe('Such as minimal or limited'),
  }),
  apply: ({ tier }, { tiers }) => tier !== undefined && tiers.includes(tier),
  toQuery: ({ tiers }) => ({ member: 'tier', values: tiers }),
});

/** Every rule on models under review. */
export const reviewedModelRules = { isOwner, hasTier };

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef: reviewedModelRef,
  rules: reviewedModelRules,
});

/**
 * Conditions on models under review, for permission policies:
 * `isOwner({ claims })`, `hasTier({ tiers })`.
 *
 * @public
 */
export const modelScorecardConditions = conditions;

/**
 * Wraps {@link modelScorecardConditions} into a decision of a policy.
 *
 * @public
 */
export const createModelScorecardConditionalDecision =
  createConditionalDecision;
