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
  /**
   * The one environment that is asked about; absent where the service as a whole
   * is meant.
   */
  environment?: string;
}

/**
 * Query that a condition becomes: services of these owners, or in these
 * environments.
 *
 * @public
 */
export interface DeliverableServiceFilter {
  owners?: string[];
  environments?: string[];
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

/** Allows what changes one of the environments. */
const inEnvironment = createPermissionRule({
  name: 'IN_ENVIRONMENT',
  description: 'Allow changes of the given environments of a service',
  resourceRef: deliverableServiceRef,
  paramsSchema: z.object({
    environments: z
      .array(z.string())
      .describe('Names of environments, such as `dev`'),
  }),
  apply: ({ environment }, { environments }) =>
    environment !== undefined && environments.includes(environment),
  toQuery: ({ environments }) => ({ environments }),
});

/** Every rule on services. */
export const deliveryRules = { isOwner, inEnvironment };

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef: deliverableServiceRef,
  rules: deliveryRules,
});

/**
 * Conditions on services, for permission policies: `isOwner({ claims })` and
 * `inEnvironment({ environments })`.
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
