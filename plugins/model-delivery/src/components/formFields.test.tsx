import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { choose, last, showField } from '../__testUtils__/showField';
import { validateRepository } from './RepositoryField/validateRepository';

describe('RuntimeField', () => {
  it('offers the runtimes of the template, each with a sentence', async () => {
    const onChange = showField({
      field: 'RuntimeField',
      options: { runtimes: ['kserve/standard', 'kserve/knative'] },
    });
    await userEvent.click(
      await screen.findByRole('radio', { name: /Knative mode/ }),
    );
    expect(last(onChange)).toEqual({ kind: 'kserve', mode: 'knative' });
    expect(screen.getAllByRole('radio')).toHaveLength(2);
  });

  it('shows nothing where there is no choice', async () => {
    showField({
      field: 'RuntimeField',
      values: { own: { kind: 'kserve-llm' } },
      options: { runtimes: ['kserve-llm'] },
    });
    await screen.findByRole('button', { name: 'Submit' });
    expect(screen.queryByRole('radio')).not.toBeInTheDocument();
  });
});

describe('JobField', () => {
  it('puts the schedule into words', async () => {
    const onChange = showField({
      field: 'JobField',
      values: { runtime: { kind: 'retraining-job' } },
    });
    const cron = await screen.findByRole('textbox', { name: /Schedule/ });
    await userEvent.clear(cron);
    await userEvent.type(cron, '0 4 1 * *');
    expect(
      screen.getByText(
        'Runs at 04:00 on day 1 of the month, UTC: about 1 times a month.',
      ),
    ).toBeVisible();
    expect(last(onChange)).toEqual({
      trigger: { kind: 'schedule', cron: '0 4 1 * *' },
    });
    await userEvent.clear(cron);
    expect(screen.getByText('This is no schedule yet.')).toBeVisible();
  });

  it('takes lists line by line, and an event instead of a schedule', async () => {
    const onChange = showField({
      field: 'JobField',
      values: { runtime: { kind: 'retraining-job' } },
    });
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Prometheus' }),
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Arguments' }),
      '--epochs{enter}3',
    );
    await userEvent.type(
      screen.getByRole('spinbutton', { name: 'Retries' }),
      '1',
    );
    expect(last(onChange)).toMatchObject({
      trigger: { kind: 'prometheus', threshold: 1 },
      args: ['--epochs', '3'],
      retries: 1,
    });
  });

  it('is not there for a service', async () => {
    showField({
      field: 'JobField',
      values: { runtime: { kind: 'deployment' } },
    });
    await screen.findByRole('button', { name: 'Submit' });
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });
});

describe('SecretsField', () => {
  it('takes references and gives them up again', async () => {
    const onChange = showField({ field: 'SecretsField', type: 'array' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add a secret' }),
    );
    await userEvent.type(screen.getByLabelText(/^Name \*|^Name$/), 'db');
    await userEvent.type(screen.getByLabelText(/Key in the store/), 'ml/db');
    await userEvent.type(screen.getByLabelText(/Name of the store/), 'vault');
    await userEvent.click(
      screen.getByRole('button', { name: 'Add to Variables from the secret' }),
    );
    await userEvent.type(screen.getByLabelText('Variable'), 'DB_URL');
    await userEvent.type(screen.getByLabelText('Property'), 'url');
    expect(last(onChange)).toEqual([
      {
        name: 'db',
        key: 'ml/db',
        store: { kind: 'ClusterSecretStore', name: 'vault' },
        variables: { DB_URL: 'url' },
      },
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Remove db' }));
    expect(last(onChange)).toBeUndefined();
  });
});

describe('PairsField', () => {
  it('takes names and values', async () => {
    const onChange = showField({ field: 'PairsField', name: 'env' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add to Own' }),
    );
    await userEvent.type(screen.getByLabelText('Name'), 'LOG_LEVEL');
    await userEvent.type(screen.getByLabelText('Value'), 'info');
    expect(last(onChange)).toEqual({ LOG_LEVEL: 'info' });
    await userEvent.click(
      screen.getByRole('button', { name: 'Remove LOG_LEVEL' }),
    );
    expect(last(onChange)).toBeUndefined();
  });
});

describe('RepositoryField', () => {
  it('is named after the service', async () => {
    const onChange = showField({
      field: 'RepositoryField',
      values: { name: 'api' },
    });
    expect(await screen.findByLabelText(/Name of the repository/)).toHaveValue(
      'api-gitops',
    );
    expect(last(onChange)).toEqual({ name: 'api-gitops' });
  });

  it('lies on a server, or in a folder there with a pull request', async () => {
    const onChange = showField({
      field: 'RepositoryField',
      values: { name: 'api' },
    });
    const choosePlace = async (name: string) =>
      userEvent.click(await screen.findByRole('radio', { name }));
    await choosePlace('On a Git server');
    expect(last(onChange)).toEqual({ name: 'api-gitops', url: '' });
    const address = screen.getByLabelText(/Address of the repository/);
    await userEvent.type(address, 'https://github.com/acme/mono ');
    expect(last(onChange)).toEqual({
      name: 'api-gitops',
      url: 'https://github.com/acme/mono',
    });
    await choosePlace('In a folder of a repository that others share');
    expect(last(onChange)).toEqual({
      name: 'api-gitops',
      url: 'https://github.com/acme/mono',
      path: 'services/api',
      change: 'pull-request',
    });
    await choose('How the files get there', 'A commit to the main branch');
    expect(last(onChange)).toMatchObject({ change: 'commit' });
    await choosePlace('In the portal');
    expect(last(onChange)).toEqual({ name: 'api-gitops' });
  });

  it('asks for a project where Bitbucket wants one', async () => {
    const url = 'https://bitbucket.org/acme/scoring';
    const onChange = showField({
      field: 'RepositoryField',
      values: { name: 'api', own: { name: 'api-gitops', url } },
    });
    await userEvent.type(
      await screen.findByLabelText('Key of the project'),
      'ML',
    );
    expect(last(onChange)).toEqual({ name: 'api-gitops', url, project: 'ML' });
  });

  it('is not created without the address of its server', async () => {
    const addError = jest.fn();
    await validateRepository(
      { name: 'api-gitops', url: ' ' },
      { addError },
      {
        apiHolder: { get: () => undefined },
        formData: { name: 'api', repository: { name: 'api-gitops', url: ' ' } },
      },
    );
    expect(addError).toHaveBeenCalledWith(
      expect.stringContaining('must be the address of a repository'),
    );
  });
});
