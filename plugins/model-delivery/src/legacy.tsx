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
import {
  DeliveryClient,
  EnvironmentInput,
} from '@modelyard/plugin-model-delivery-common';
import {
  inOldApp,
  toLegacyComponent,
} from '@modelyard/plugin-model-react/legacy';
import { ScorecardClient } from '@modelyard/plugin-model-scorecard-common';
import { deliveryApiRef } from './api/deliveryApiRef';
import { gatesApiRef } from './api/gatesApiRef';
import { validateEnvironments } from './components/EnvironmentsField/environmentsField';
import { EnvironmentsField } from './components/EnvironmentsField/EnvironmentsField';
import { environmentsSchema } from './components/EnvironmentsField/environmentsSchema';
import { validateJob } from './components/JobField/jobField';
import { JobField } from './components/JobField/JobField';
import { jobFieldSchema, JobValue } from './components/JobField/jobFieldSchema';
import { ModelVersionPicker } from './components/ModelVersionPicker/ModelVersionPicker';
import {
  modelVersionSchema,
  ModelVersionValue,
} from './components/ModelVersionPicker/modelVersionSchema';
import { validatePairs } from './components/PairsField/pairsField';
import { PairsField } from './components/PairsField/PairsField';
import { pairsSchema } from './components/PairsField/pairsSchema';
import { RepositoryField } from './components/RepositoryField/RepositoryField';
import { repositorySchema } from './components/RepositoryField/repositorySchema';
import { validateRepository } from './components/RepositoryField/validateRepository';
import { validateRuntime } from './components/RuntimeField/runtimeField';
import { RuntimeField } from './components/RuntimeField/RuntimeField';
import {
  RuntimeOptions,
  runtimeSchema,
  RuntimeValue,
} from './components/RuntimeField/runtimeSchema';
import { validateSecrets } from './components/SecretsField/secretsField';
import { SecretsField } from './components/SecretsField/SecretsField';
import {
  secretsSchema,
  SecretValue,
} from './components/SecretsField/secretsSchema';
import { ServiceForm } from './components/ServiceForm/ServiceForm';
import { serviceFormSchema } from './components/ServiceForm/serviceFormSchema';
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

/** The field `ServiceForm`, which lays out a step of a template form. @public */
export const ServiceFormFieldExtension = modelDeliveryPlugin.provide(
  createScaffolderFieldExtension<typeof serviceFormSchema.TOutput>({
    name: 'ServiceForm',
    component: inOldApp(ServiceForm),
    schema: serviceFormSchema.schema,
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

/** The field `RuntimeField` of template forms. @public */
export const RuntimeFieldExtension = modelDeliveryPlugin.provide(
  createScaffolderFieldExtension<RuntimeValue, RuntimeOptions>({
    name: 'RuntimeField',
    component: inOldApp(RuntimeField),
    validation: validateRuntime,
    schema: runtimeSchema.schema,
  }),
);

/** The field `EnvironmentsField` of template forms. @public */
export const EnvironmentsFieldExtension = modelDeliveryPlugin.provide(
  createScaffolderFieldExtension<EnvironmentInput[]>({
    name: 'EnvironmentsField',
    component: inOldApp(EnvironmentsField),
    validation: validateEnvironments,
    schema: environmentsSchema.schema,
  }),
);

/** The field `JobField` of template forms. @public */
export const JobFieldExtension = modelDeliveryPlugin.provide(
  createScaffolderFieldExtension<JobValue>({
    name: 'JobField',
    component: inOldApp(JobField),
    validation: validateJob,
    schema: jobFieldSchema.schema,
  }),
);

/** The field `SecretsField` of template forms. @public */
export const SecretsFieldExtension = modelDeliveryPlugin.provide(
  createScaffolderFieldExtension<SecretValue[]>({
    name: 'SecretsField',
    component: inOldApp(SecretsField),
    validation: validateSecrets,
    schema: secretsSchema.schema,
  }),
);

/** The field `PairsField` of template forms. @public */
export const PairsFieldExtension = modelDeliveryPlugin.provide(
  createScaffolderFieldExtension<Record<string, string>>({
    name: 'PairsField',
    component: inOldApp(PairsField),
    validation: validatePairs,
    schema: pairsSchema.schema,
  }),
);

/** The field `RepositoryField` of template forms. @public */
export const RepositoryFieldExtension = modelDeliveryPlugin.provide(
  createScaffolderFieldExtension<typeof repositorySchema.TOutput>({
    name: 'RepositoryField',
    component: inOldApp(RepositoryField),
    validation: validateRepository,
    schema: repositorySchema.schema,
  }),
);
