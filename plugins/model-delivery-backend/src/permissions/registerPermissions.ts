import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  modelDeliveryServiceAdministerPermission,
  modelDeliveryServiceDeliverPermission,
} from '@modelyard/plugin-model-delivery-common';
import { ServiceStore } from '../database/ServiceStore';
import {
  DeliverableService,
  deliverableServiceRef,
  deliveryRules,
} from './rules';

/** @param ref - `<service>`, or `<service>/<environment>` */
async function findResource(
  store: ServiceStore,
  ref: string,
): Promise<DeliverableService | undefined> {
  const [serviceName, environment] = ref.split('/', 2);
  const service = await store.get(serviceName);
  if (!service) return undefined;
  const { name, owner } = service;
  return { name, owner, ...(environment !== undefined && { environment }) };
}

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
    getResources: refs =>
      Promise.all(refs.map(ref => findResource(store, ref))),
  });
}
