import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Type of the resource behind {@link modelDeliveryServiceDeliverPermission}: an
 * inference service, addressed by its name.
 *
 * @public
 */
export const RESOURCE_TYPE_MODEL_DELIVERY_SERVICE = 'model-delivery-service';

/**
 * Permission to write a service's repository: through a form, or by a push.
 *
 * @public
 */
export const modelDeliveryServiceDeliverPermission = createPermission({
  name: 'model-delivery.service.deliver',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_MODEL_DELIVERY_SERVICE,
});

/**
 * Permission to administer delivery, such as to rebuild its index from Git.
 *
 * @public
 */
export const modelDeliveryServiceAdministerPermission = createPermission({
  name: 'model-delivery.service.administer',
  attributes: { action: 'update' },
});

/**
 * Every permission of model delivery. Reading a service needs none of ours:
 * whoever may read the Model entity may read the services that serve it.
 *
 * @public
 */
export const modelDeliveryPermissions = [
  modelDeliveryServiceDeliverPermission,
  modelDeliveryServiceAdministerPermission,
];
