import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_MODEL_DELIVERY_SERVICE } from '@modelyard/plugin-model-delivery-common';
import { z } from 'zod';

/**
 * What a permission condition may look at: a service that exists, or one that
 * somebody wants to create.
 *
 * @public
 */
export interface DeliverableService {
  name: string;
  /** Entity ref of a group or user. */
  owner: string;
}

/**
 * Query that a condition becomes: services of these owners.
 *
 * @public
 */
export interface DeliverableServiceFilter {
  owners: string[];
}

/**
 * Reference to the resource type `model-delivery-service`.
 *
 * @public
 */
export const deliverableServiceRef = createPermissionResourceRef<
  DeliverableService,
  DeliverableServiceFilter
>().with({
  pluginId: 'model-delivery',
  resourceType: RESOURCE_TYPE_MODEL_DELIVERY_SERVICE,
});

/** Allows services that one of the claims owns. */
const isOwner = createPermissionRule({
  name: 'IS_OWNER',
  description: 'Allow services owned by one of the given entities',
  resourceRef: deliverableServiceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity refs, such as those a user owns things through'),
  }),
  apply: (service, { claims }) => claims.includes(service.owner),
  toQuery: ({ claims }) => ({ owners: claims }),
});

/** Every rule on services. */
export const deliveryRules = { isOwner };

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef: deliverableServiceRef,
  rules: deliveryRules,
});

/**
 * Conditions on services, for permission policies: `isOwner({ claims })`.
 *
 * @public
 */
export const modelDeliveryConditions = conditions;

/**
 * Wraps {@link modelDeliveryConditions} into a decision of a policy.
 *
 * @public
 */
export const createModelDeliveryConditionalDecision = createConditionalDecision;
