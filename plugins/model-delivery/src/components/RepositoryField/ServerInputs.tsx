import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Stack from '@mui/material/Stack';
import { modelDeliveryTranslationRef } from '../../translation';
import { errorAt, FieldErrors } from '../form/fieldErrors';
import { ChoiceInput, TextInput } from '../form/Inputs';
import { RepositoryValue } from './repositorySchema';

const changes = ['commit', 'pull-request'] as const;

/** Address, folder and way of a repository on a Git server. */
export function ServerInputs(props: {
  value: RepositoryValue;
  errors?: FieldErrors;
  onChange: (value: RepositoryValue) => void;
}) {
  const { value, errors, onChange } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const hasFolder = value.path !== undefined;
  return (
    <Stack spacing={2}>
      <TextInput
        id="root_repository_url"
        label={t('repositoryField.url')}
        required
        value={value.url}
        error={errorAt(errors, 'url')}
        help={t(
          hasFolder ? 'repositoryField.urlOfFolder' : 'repositoryField.urlHelp',
        )}
        onChange={url => onChange({ ...value, url: url.trim() })}
      />
      {hasFolder && (
        <TextInput
          id="root_repository_path"
          label={t('repositoryField.path')}
          required
          value={value.path}
          error={errorAt(errors, 'path')}
          help={t('repositoryField.pathHelp')}
          onChange={path => onChange({ ...value, path: path.trim() })}
        />
      )}
      {!hasFolder && value.url?.startsWith('https://bitbucket.org/') && (
        <TextInput
          id="root_repository_project"
          label={t('repositoryField.project')}
          value={value.project}
          error={errorAt(errors, 'project')}
          help={t('repositoryField.projectHelp')}
          onChange={project => onChange({ ...value, project: project.trim() })}
        />
      )}
      <ChoiceInput
        id="root_repository_change"
        label={t('repositoryField.change')}
        value={value.change ?? 'commit'}
        options={changes.map(change => ({
          value: change,
          title: t(`repositoryField.changes.${change}`),
        }))}
        error={errorAt(errors, 'change')}
        help={t('repositoryField.changeHelp')}
        onChange={change => onChange({ ...value, change })}
      />
    </Stack>
  );
}
