import { createApiRef } from '@backstage/frontend-plugin-api';
import { DeliveryApi } from '@modelyard/plugin-model-delivery-common';

/**
 * Delivery: plans, services and their repositories.
 *
 * @public
 */
export const deliveryApiRef = createApiRef<DeliveryApi>().with({
  id: 'plugin.model-delivery.service',
  pluginId: 'model-delivery',
});
