import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Permission to hand in evidence about model versions.
 *
 * @public
 */
export const scorecardEvidenceCreatePermission = createPermission({
  name: 'model-scorecard.evidence.create',
  attributes: { action: 'create' },
});

/**
 * Permission to review model versions. Which role a reviewer speaks for is a
 * matter of configured groups, and nobody reviews what he produced.
 *
 * @public
 */
export const scorecardReviewCreatePermission = createPermission({
  name: 'model-scorecard.review.create',
  attributes: { action: 'create' },
});

/**
 * Permission to register the reviewed risk tier of a model.
 *
 * @public
 */
export const scorecardTierRegisterPermission = createPermission({
  name: 'model-scorecard.tier.register',
  attributes: { action: 'create' },
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
