import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  modelDeliveryServiceAdministerPermission,
  modelDeliveryServiceDeliverPermission,
} from '@modelyard/plugin-model-delivery-common';
import { ServiceStore } from '../database/ServiceStore';
import { deliverableServiceRef, deliveryRules } from './rules';

/** Makes the permissions of delivery, and the rules on them, known. */
export function registerPermissions(
  registry: PermissionsRegistryService,
  store: ServiceStore,
): void {
  registry.addPermissions([modelDeliveryServiceAdministerPermission]);
  registry.addResourceType({
    resourceRef: deliverableServiceRef,
    permissions: [modelDeliveryServiceDeliverPermission],
    rules: Object.values(deliveryRules),
    getResources: names => Promise.all(names.map(name => store.get(name))),
  });
}
