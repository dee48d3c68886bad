/**
 * Delivery for apps on the old frontend system.
 *
 * @packageDocumentation
 */
import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import {
  createApiFactory,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
import { DeliveryClient } from '@modelyard/plugin-model-delivery-common';
import {
  inOldApp,
  toLegacyComponent,
} from '@modelyard/plugin-model-react/legacy';
import { ScorecardClient } from '@modelyard/plugin-model-scorecard-common';
import { deliveryApiRef } from './api/deliveryApiRef';
import { gatesApiRef } from './api/gatesApiRef';
import { EnvironmentsField } from './components/EnvironmentsField/EnvironmentsField';
import {
  environmentsSchema,
  EnvironmentValue,
} from './components/EnvironmentsField/environmentsSchema';
import { ModelVersionPicker } from './components/ModelVersionPicker/ModelVersionPicker';
import {
  modelVersionSchema,
  ModelVersionValue,
} from './components/ModelVersionPicker/modelVersionSchema';
import { rootRouteRef } from './routes';

const root = convertLegacyRouteRef(rootRouteRef);
const clientDeps = { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef };

/** @public */
export const modelDeliveryPlugin = createPlugin({
  id: 'model-delivery',
  routes: { root },
  apis: [
    createApiFactory({
      api: deliveryApiRef,
      deps: clientDeps,
      factory: deps => DeliveryClient.create(deps),
    }),
    createApiFactory({
      api: gatesApiRef,
      deps: clientDeps,
      factory: deps => ScorecardClient.create(deps),
    }),
  ],
});

/** All services, and one of them. @public */
export const ServicesPage = modelDeliveryPlugin.provide(
  createRoutableExtension({
    name: 'ServicesPage',
    mountPoint: root,
    component: async () => {
      const { ServicesRouter } = await import('./components/ServicesRouter');
      return inOldApp(ServicesRouter);
    },
  }),
);

/** The tab Services of a Model. @public */
export const EntityModelServicesContent = modelDeliveryPlugin.provide(
  toLegacyComponent('EntityModelServicesContent', async () => {
    const { ModelServicesContent } =
      await import('./components/ModelServices/ModelServicesContent');
    return ModelServicesContent;
  }),
);

/** The field `ModelVersionPicker` of template forms. @public */
export const ModelVersionPickerFieldExtension = modelDeliveryPlugin.provide(
  createScaffolderFieldExtension<ModelVersionValue>({
    name: 'ModelVersionPicker',
    component: inOldApp(ModelVersionPicker),
    schema: modelVersionSchema.schema,
  }),
);

/** The field `EnvironmentsField` of template forms. @public */
export const EnvironmentsFieldExtension = modelDeliveryPlugin.provide(
  createScaffolderFieldExtension<EnvironmentValue[]>({
    name: 'EnvironmentsField',
    component: inOldApp(EnvironmentsField),
    schema: environmentsSchema.schema,
  }),
);
