import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import {
  DeliveryApi,
  PlanAnswer,
} from '@modelyard/plugin-model-delivery-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeDelivery } from '../../__testUtils__/fakes';
import { fakePlan } from '../../__testUtils__/fakePlan';
import { deliveryApiRef } from '../../api/deliveryApiRef';
import { validateEnvironments } from '../EnvironmentsField/environmentsField';
import { EnvironmentsField } from '../EnvironmentsField/EnvironmentsField';
import { validateRepository } from '../RepositoryField/validateRepository';
import { RepositoryField } from '../RepositoryField/RepositoryField';
import { ServiceForm } from './ServiceForm';

const service = {
  name: 'api',
  owner: 'group:default/risk-ml',
  costCenter: 'cc-42',
  model: { ref: 'model:default/credit-risk', version: '7' },
  runtime: { kind: 'kserve', mode: 'standard' },
};
const dev = {
  name: 'dev',
  namespace: 'ml-dev',
  resources: { cpu: '500m', memory: '1Gi' },
};

const manifest = {
  title: 'Inference service',
  steps: [
    {
      title: 'Where',
      schema: {
        type: 'object',
        'ui:field': 'ServiceForm',
        properties: {
          name: { title: 'Name of the service', type: 'string' },
          environments: {
            title: 'Environments',
            type: 'array',
            'ui:field': 'EnvironmentsField',
          },
        },
      },
    },
    {
      title: 'Delivery',
      schema: {
        type: 'object',
        'ui:field': 'ServiceForm',
        properties: {
          repository: {
            title: 'Repository',
            type: 'object',
            'ui:field': 'RepositoryField',
          },
        },
      },
    },
  ],
};

const extensions: Parameters<typeof Stepper>[0]['extensions'] = [
  { name: 'ServiceForm', component: ServiceForm },
  {
    name: 'EnvironmentsField',
    component: EnvironmentsField,
    validation: validateEnvironments,
  },
  {
    name: 'RepositoryField',
    component: RepositoryField,
    validation: validateRepository,
  },
];

/** Shows the form in the scaffolder's own stepper. */
function show(
  answers: Partial<DeliveryApi>,
  values: Record<string, unknown> = { ...service, environments: [dev] },
) {
  const onCreate = jest.fn(async () => {});
  renderInTestApp(
    <TestApiProvider apis={[[deliveryApiRef, fakeDelivery(answers)]]}>
      <Stepper
        manifest={JSON.parse(JSON.stringify(manifest))}
        extensions={extensions}
        initialState={JSON.parse(JSON.stringify(values))}
        onCreate={onCreate}
      />
    </TestApiProvider>,
  );
  return onCreate;
}

function answerWith(answers: Partial<PlanAnswer> = {}) {
  return jest.fn(async () => fakePlan(answers));
}

const refusal = (statusCode: number, fields?: object[]) =>
  Object.assign(new Error('the server says no'), {
    statusCode,
    body: { error: { name: 'InputError', message: 'no', fields } },
  });

const next = () =>
  userEvent.click(screen.getByRole('button', { name: 'Next' }));

describe('the form of a service', () => {
  it('says what is missing, and asks nobody', async () => {
    const createPlan = answerWith();
    show({ createPlan }, { ...service, name: undefined, owner: undefined });
    expect(
      await screen.findByText('The service is not described in full yet.'),
    ).toBeVisible();
    expect(screen.getByText('Owner')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Name' }));
    expect(screen.getByLabelText('Name of the service')).toHaveFocus();
    expect(createPlan).not.toHaveBeenCalled();
  });

  it('shows files, costs, gates and what Create will do', async () => {
    show({ createPlan: answerWith() });
    expect(
      await screen.findByText('The service can be created.'),
    ).toBeVisible();
    expect(
      screen.getByText(
        'Create will write 3 files for dev to the new repository api-gitops.',
      ),
    ).toBeVisible();
    expect(screen.getByText('USD 10–20 per month')).toBeVisible();
    expect(screen.getByText('1 to 2 replicas, 730 hours')).toBeVisible();
    expect(screen.getByText('kind: Deployment')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'README.md' }));
    expect(
      screen.getByRole('region', { name: 'Content of README.md' }),
    ).toHaveTextContent('# What it is');
  });

  it('shows how a known service would change', async () => {
    show({
      createPlan: answerWith({
        changes: [
          { path: 'base/deployment.yaml', change: 'changed' },
          { path: 'base/old.yaml', change: 'removed' },
        ],
      }),
      getFile: async (_name, path) => ({
        path,
        commit: 'c0ffee00',
        sizeBytes: 20,
        content: 'kind: Service\n',
      }),
    });
    expect(
      await screen.findByText(
        'Create will change 2 files for dev in api-gitops.',
      ),
    ).toBeVisible();
    expect(await screen.findByText('+kind: Deployment')).toBeVisible();
    expect(screen.getByText('-kind: Service')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Content' }));
    expect(screen.getByText('kind: Deployment')).toBeVisible();
  });

  it('marks what is wrong at its field at once, and goes no further', async () => {
    show({ createPlan: answerWith() });
    await screen.findByText('The service can be created.');
    const memory = screen.getByRole('textbox', { name: 'Memory in dev' });
    await userEvent.clear(memory);
    await userEvent.type(memory, '512m');
    expect(memory).toHaveAccessibleDescription(/you may mean "512Mi"/);
    expect(screen.getByText('One thing has to be corrected.')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Memory in dev' }),
    );
    expect(memory).toHaveFocus();
    await next();
    await screen.findByText(/'Environments' Memory in dev: "512m"/);
    await userEvent.clear(memory);
    await userEvent.type(memory, '512Mi');
    await next();
    expect(await screen.findByLabelText(/Name of the repository/)).toHaveValue(
      'api-gitops',
    );
  });

  it('shows a refusal of the server at its field, and does not create', async () => {
    const fields = [{ path: '/repository/name', message: 'is taken' }];
    const createPlan = jest.fn(async () => {
      throw refusal(400, fields);
    });
    const onCreate = show({ createPlan });
    await screen.findByText('One thing has to be corrected.');
    await next();
    const repository = await screen.findByLabelText(/Name of the repository/);
    await waitFor(() =>
      expect(repository).toHaveAccessibleDescription('is taken'),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await screen.findByText(/'Repository' Repository: is taken/);
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
    expect(onCreate).not.toHaveBeenCalled();
  });

  it('does not create what no gate lets through', async () => {
    const closed = {
      severity: 'warning' as const,
      field: '/environments/0',
      check: 'fair.spd',
      message: 'version 7 is closed for dev (fair.spd)',
    };
    show({ createPlan: answerWith({ findings: [closed] }) });
    expect(
      await screen.findByText('Create will write nothing: no gate is open.'),
    ).toBeVisible();
    await next();
    await screen.findByLabelText(/Name of the repository/);
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await screen.findByText(/'Repository' dev: version 7 is closed/);
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
  });

  it('creates what the server would plan', async () => {
    const onCreate = show({ createPlan: answerWith() });
    await screen.findByText('The service can be created.');
    await next();
    await screen.findByLabelText(/Name of the repository/);
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    expect(onCreate).toHaveBeenCalledWith({
      ...service,
      environments: [dev],
      repository: { name: 'api-gitops' },
    });
  });

  it('tries again when the server failed', async () => {
    const createPlan = jest
      .fn<Promise<PlanAnswer>, []>()
      .mockRejectedValueOnce(refusal(503))
      .mockResolvedValue(fakePlan());
    show({ createPlan });
    expect(
      await screen.findByText('The service could not be planned.'),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByText('The service can be created.'),
    ).toBeVisible();
  });

  it('says who can help when it is forbidden', async () => {
    const createPlan = jest.fn(async () => {
      throw refusal(403);
    });
    show({ createPlan });
    await screen.findByText('The service could not be planned.');
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('drops the answer to what was typed before', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const createPlan: DeliveryApi['createPlan'] = (_input, options) => {
      signals.push(options?.signal);
      return signals.length === 1
        ? new Promise(() => {})
        : Promise.resolve(fakePlan());
    };
    show({ createPlan });
    await waitFor(() => expect(signals).toHaveLength(1));
    await userEvent.type(screen.getByLabelText('Name of the service'), 's');
    expect(
      await screen.findByText('The service can be created.'),
    ).toBeVisible();
    expect(signals[0]?.aborted).toBe(true);
  });
});
