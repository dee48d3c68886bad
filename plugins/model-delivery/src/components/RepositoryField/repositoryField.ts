import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { RepositoryField } from './RepositoryField';
import { repositorySchema } from './repositorySchema';
import { validateRepository } from './validateRepository';

/** The field `RepositoryField` of template forms. */
export const repositoryField = createFormField({
  name: 'RepositoryField',
  component: RepositoryField,
  schema: repositorySchema,
  validation: validateRepository,
});
