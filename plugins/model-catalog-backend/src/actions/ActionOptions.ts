import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ModelCatalogService } from '../service/ModelCatalogService';

/** Where an action is registered, and what it asks for its caller. */
export interface ActionOptions {
  registry: ActionsRegistryService;
  /** Authorised: an agent sees what its user may read. */
  service: ModelCatalogService;
}

/** Every action here only reads. */
export const readOnlyAttributes = {
  readOnly: true,
  destructive: false,
  idempotent: true,
};
