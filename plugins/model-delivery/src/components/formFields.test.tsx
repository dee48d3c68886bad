import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { configApiRef } from '@backstage/frontend-plugin-api';
import { Form } from '@backstage/plugin-scaffolder-react/alpha';
import validator from '@rjsf/validator-ajv8';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { EnvironmentsField } from './EnvironmentsField/EnvironmentsField';
import { JobField } from './JobField/JobField';
import { PairsField } from './PairsField/PairsField';
import { RepositoryField } from './RepositoryField/RepositoryField';
import { RuntimeField } from './RuntimeField/RuntimeField';
import { SecretsField } from './SecretsField/SecretsField';

const fields = {
  EnvironmentsField,
  JobField,
  PairsField,
  RepositoryField,
  RuntimeField,
  SecretsField,
};

const config = mockApis.config({
  data: {
    modelDelivery: {
      environments: ['dev', 'prod'],
      compute: {
        currency: 'USD',
        cpuHour: 0.1,
        memoryGibHour: 0.01,
        gpuHour: { 'nvidia.com/gpu': 1 },
        presets: [
          { name: 'small', title: 'Small', cpu: '500m', memory: '1Gi' },
          { name: 'big', title: 'Big', cpu: '4', memory: '8Gi' },
        ],
      },
    },
  },
});

interface ShowOptions {
  field: keyof typeof fields;
  type?: string;
  values?: Record<string, unknown>;
  options?: object;
  name?: string;
}

/** Shows one field among the values of a form; tells what it would send. */
function show(shown: ShowOptions) {
  const { field, type = 'object', values = {}, options, name = 'own' } = shown;
  const onChange = jest.fn();
  function Shown() {
    const [data, setData] = useState<Record<string, unknown>>(values);
    return (
      <Form
        schema={{
          type: 'object',
          properties: {
            [name]: JSON.parse(
              JSON.stringify({ type, title: 'Own', items: {} }),
            ),
          },
        }}
        uiSchema={{ [name]: { 'ui:field': field, 'ui:options': options } }}
        formData={data}
        formContext={{ formData: data }}
        validator={validator}
        fields={fields}
        onChange={event => {
          setData(event.formData);
          onChange(event.formData[name]);
        }}
      />
    );
  }
  renderInTestApp(
    <TestApiProvider apis={[[configApiRef, config]]}>
      <Shown />
    </TestApiProvider>,
  );
  return onChange;
}

const last = (mock: jest.Mock) =>
  mock.mock.calls[mock.mock.calls.length - 1][0];

async function choose(select: string, option: string | RegExp) {
  await userEvent.click(screen.getByRole('combobox', { name: select }));
  await userEvent.click(screen.getByRole('option', { name: option }));
}

describe('EnvironmentsField', () => {
  const runtime = { kind: 'deployment' };

  it('offers only the scaling of the runtime, and starts it from its defaults', async () => {
    const onChange = show({
      field: 'EnvironmentsField',
      type: 'array',
      values: { runtime: { kind: 'kserve', mode: 'knative' } },
    });
    await screen.findByRole('columnheader', { name: /dev/ });
    expect(last(onChange)[0].scaling).toEqual({
      kind: 'knative',
      minReplicas: 0,
      maxReplicas: 2,
      metric: 'concurrency',
      target: 10,
    });
    await userEvent.click(
      screen.getByRole('combobox', { name: 'Scaling in prod' }),
    );
    expect(
      screen.getAllByRole('option').map(option => option.textContent),
    ).toEqual(['Knative', 'Fixed']);
    await userEvent.click(screen.getByRole('option', { name: 'Fixed' }));
    expect(last(onChange)[1].scaling).toEqual({ kind: 'fixed', replicas: 2 });
  });

  it('takes a size and tells its price', async () => {
    const onChange = show({
      field: 'EnvironmentsField',
      type: 'array',
      values: { runtime },
    });
    await screen.findByRole('columnheader', { name: /dev/ });
    const prices = screen.getByRole('row', { name: /Price per month/ });
    // 0.5 cores and 1 GiB, 730 hours, 1 to 2 replicas.
    expect(within(prices).getByText('USD 43.8–87.6')).toBeVisible();
    await choose('Size in dev', 'Big');
    expect(last(onChange)[0].resources).toEqual({ cpu: '4', memory: '8Gi' });
    expect(within(prices).getByText('USD 350–701')).toBeVisible();
  });

  it('asks for the trigger of KEDA', async () => {
    const onChange = show({
      field: 'EnvironmentsField',
      type: 'array',
      values: { runtime },
    });
    await screen.findByRole('columnheader', { name: /dev/ });
    await choose('Scaling in dev', 'KEDA');
    await choose('Follows in dev', 'Kafka');
    await userEvent.type(screen.getByLabelText('Topic'), 'loans');
    expect(last(onChange)[0].scaling.trigger).toMatchObject({
      kind: 'kafka',
      topic: 'loans',
      lagThreshold: 100,
    });
  });

  it('hides nodes and quota until asked', async () => {
    const onChange = show({
      field: 'EnvironmentsField',
      type: 'array',
      values: { runtime },
    });
    await screen.findByRole('columnheader', { name: /dev/ });
    expect(screen.queryByText('Spot nodes only')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: /^More/ }));
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Spot nodes only in dev' }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Add to Tolerated taints in dev' }),
    );
    await userEvent.type(screen.getByLabelText('Key'), 'gpu');
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Quota of CPU in dev' }),
      '8',
    );
    expect(last(onChange)[0]).toMatchObject({
      placement: { spot: true, tolerations: [{ key: 'gpu' }] },
      quota: { cpu: '8', memory: '' },
    });
  });

  it('asks a canary for its first share', async () => {
    const onChange = show({
      field: 'EnvironmentsField',
      type: 'array',
      values: { runtime },
    });
    await screen.findByRole('columnheader', { name: /dev/ });
    await choose('Rollout in prod', 'Canary');
    const share = screen.getByRole('spinbutton', {
      name: 'First share, % in prod',
    });
    await userEvent.clear(share);
    await userEvent.type(share, '25');
    expect(last(onChange)[1].rollout).toEqual({ kind: 'canary', percent: 25 });
    expect(last(onChange)[0].rollout).toBeUndefined();
  });
});

describe('RuntimeField', () => {
  it('offers the runtimes of the template, each with a sentence', async () => {
    const onChange = show({
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
    show({
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
    const onChange = show({
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
    const onChange = show({
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
    show({ field: 'JobField', values: { runtime: { kind: 'deployment' } } });
    await screen.findByRole('button', { name: 'Submit' });
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });
});

describe('SecretsField', () => {
  it('takes references and gives them up again', async () => {
    const onChange = show({ field: 'SecretsField', type: 'array' });
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
    const onChange = show({ field: 'PairsField', name: 'env' });
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
    const onChange = show({
      field: 'RepositoryField',
      values: { name: 'api' },
    });
    expect(await screen.findByLabelText(/Name of the repository/)).toHaveValue(
      'api-gitops',
    );
    expect(last(onChange)).toEqual({ name: 'api-gitops' });
  });
});
