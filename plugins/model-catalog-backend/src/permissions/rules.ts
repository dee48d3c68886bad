import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_MODEL } from '@modelyard/plugin-model-catalog-common';
import { z } from 'zod';

/**
 * What a permission condition may look at: the model of a version.
 *
 * @public
 */
export interface ReadableModel {
  /** Entity ref of a group or user; absent when nobody owns the model. */
  owner?: string;
  /** Proposed by the registry. */
  riskTier?: string;
  /** Id of the source. */
  sourceId: string;
}

/**
 * Query that a condition becomes: models whose column holds one of the values.
 *
 * @public
 */
export interface ReadableModelFilter {
  column: 'owner' | 'risk_tier' | 'source_id';
  values: string[];
}

/**
 * Reference to the resource type `model-catalog-model`.
 *
 * @public
 */
export const readableModelRef = createPermissionResourceRef<
  ReadableModel,
  ReadableModelFilter
>().with({ pluginId: 'model-catalog', resourceType: RESOURCE_TYPE_MODEL });

const isOwner = createPermissionRule({
  name: 'IS_OWNER',
  description: 'Allow versions of models owned by one of the given entities',
  resourceRef: readableModelRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity refs, such as those a user owns things through'),
  }),
  apply: ({ owner }, { claims }) =>
    owner !== undefined && claims.includes(owner),
  toQuery: ({ claims }) => ({ column: 'owner', values: claims }),
});

const hasTier = createPermissionRule({
  name: 'HAS_TIER',
  description: 'Allow versions of models with one of the proposed risk tiers',
  resourceRef: readableModelRef,
  paramsSchema: z.object({
    tiers: z.array(z.string()).describe('Such as minimal or limited'),
  }),
  apply: ({ riskTier }, { tiers }) =>
    riskTier !== undefined && tiers.includes(riskTier),
  toQuery: ({ tiers }) => ({ column: 'risk_tier', values: tiers }),
});

const isFromSource = createPermissionRule({
  name: 'IS_FROM_SOURCE',
  description:
    'Allow versions of models that one of the given sources provides',
  resourceRef: readableModelRef,
  paramsSchema: z.object({
    sources: z.array(z.string()).describe('Ids of sources'),
  }),
  apply: ({ sourceId }, { sources }) => sources.includes(sourceId),
  toQuery: ({ sources }) => ({ column: 'source_id', values: sources }),
});

/** Every rule on models. */
export const modelRules = { isOwner, hasTier, isFromSource };

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef: readableModelRef,
  rules: modelRules,
});

/**
 * Conditions on models, for permission policies: `isOwner({ claims })`,
 * `hasTier({ tiers })`, `isFromSource({ sources })`.
 *
 * @public
 */
export const modelCatalogConditions = conditions;

/**
 * Wraps {@link modelCatalogConditions} into a decision of a policy.
 *
 * @public
 */
export const createModelCatalogConditionalDecision = createConditionalDecision;
