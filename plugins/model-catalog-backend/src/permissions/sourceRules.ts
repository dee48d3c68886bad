import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_SOURCE } from '@modelyard/plugin-model-catalog-common';
import { z } from 'zod';

/**
 * What a permission condition on administration may look at: a configured source.
 *
 * @public
 */
export interface AdministeredSource {
  /** Its id in the configuration. */
  id: string;
}

/**
 * Query that a condition on sources becomes: ids of sources.
 *
 * @public
 */
export interface AdministeredSourceFilter {
  sources: string[];
}

/**
 * Reference to the resource type `model-catalog-source`.
 *
 * @public
 */
export const administeredSourceRef = createPermissionResourceRef<
  AdministeredSource,
  AdministeredSourceFilter
>().with({ pluginId: 'model-catalog', resourceType: RESOURCE_TYPE_SOURCE });

const isSource = createPermissionRule({
  name: 'IS_SOURCE',
  description: 'Allow administration of the given sources',
  resourceRef: administeredSourceRef,
  paramsSchema: z.object({
    sources: z.array(z.string()).describe('Ids of sources'),
  }),
  apply: ({ id }, { sources }) => sources.includes(id),
  toQuery: ({ sources }) => ({ sources }),
});

/** Every rule on sources. */
export const sourceRules = { isSource };

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef: administeredSourceRef,
  rules: sourceRules,
});

/**
 * Conditions on sources, for permission policies: `isSource({ sources })`.
 *
 * @public
 */
export const modelCatalogSourceConditions = conditions;

/**
 * Wraps {@link modelCatalogSourceConditions} into a decision of a policy.
 *
 * @public
 */
export const createModelCatalogSourceConditionalDecision =
  createConditionalDecision;
