import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Resource type of the scorecard's permissions: a model whose versions are under
 * review, with its owner and its registered tier. The resource ref is the entity
 * ref of the Model.
 *
 * @public
 */
export const RESOURCE_TYPE_REVIEWED_MODEL = 'model-scorecard-model';

const resourceType = RESOURCE_TYPE_REVIEWED_MODEL;

/**
 * Permission to hand in evidence about versions of a model.
 *
 * @public
 */
export const scorecardEvidenceCreatePermission = createPermission({
  name: 'model-scorecard.evidence.create',
  attributes: { action: 'create' },
  resourceType,
});

/**
 * Permission to review versions of a model. Which role a reviewer speaks for is a
 * matter of configured groups, and nobody reviews what they produced.
 *
 * @public
 */
export const scorecardReviewCreatePermission = createPermission({
  name: 'model-scorecard.review.create',
  attributes: { action: 'create' },
  resourceType,
});

/**
 * Permission to register the reviewed risk tier of a model.
 *
 * @public
 */
export const scorecardTierRegisterPermission = createPermission({
  name: 'model-scorecard.tier.register',
  attributes: { action: 'create' },
  resourceType,
});

/**
 * Every permission of the scorecard. Reading needs none of its own: whoever may
 * read the Model entity may read its scorecards.
 *
 * @public
 */
export const scorecardPermissions = [
  scorecardEvidenceCreatePermission,
  scorecardReviewCreatePermission,
  scorecardTierRegisterPermission,
];
