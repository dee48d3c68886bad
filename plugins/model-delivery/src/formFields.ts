import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

const serviceForm = FormFieldBlueprint.make({
  name: 'service-form',
  params: {
    field: async () => {
      const { serviceFormField } =
        await import('./components/ServiceForm/serviceFormField');
      return serviceFormField;
    },
  },
});

const modelVersionPicker = FormFieldBlueprint.make({
  name: 'model-version-picker',
  params: {
    field: async () => {
      const { modelVersionPickerField } =
        await import('./components/ModelVersionPicker/modelVersionPickerField');
      return modelVersionPickerField;
    },
  },
});

const runtime = FormFieldBlueprint.make({
  name: 'runtime',
  params: {
    field: async () => {
      const { runtimeField } =
        await import('./components/RuntimeField/runtimeField');
      return runtimeField;
    },
  },
});

const environments = FormFieldBlueprint.make({
  name: 'environments',
  params: {
    field: async () => {
      const { environmentsField } =
        await import('./components/EnvironmentsField/environmentsField');
      return environmentsField;
    },
  },
});

const job = FormFieldBlueprint.make({
  name: 'job',
  params: {
    field: async () => {
      const { jobField } = await import('./components/JobField/jobField');
      return jobField;
    },
  },
});

const secrets = FormFieldBlueprint.make({
  name: 'secrets',
  params: {
    field: async () => {
      const { secretsField } =
        await import('./components/SecretsField/secretsField');
      return secretsField;
    },
  },
});

const pairs = FormFieldBlueprint.make({
  name: 'pairs',
  params: {
    field: async () => {
      const { pairsField } = await import('./components/PairsField/pairsField');
      return pairsField;
    },
  },
});

const repository = FormFieldBlueprint.make({
  name: 'repository',
  params: {
    field: async () => {
      const { repositoryField } =
        await import('./components/RepositoryField/repositoryField');
      return repositoryField;
    },
  },
});

/** The fields of template forms. */
export const formFields = [
  serviceForm,
  modelVersionPicker,
  runtime,
  environments,
  job,
  secrets,
  pairs,
  repository,
];
