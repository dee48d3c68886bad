import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { DeliveryApi } from '@modelyard/plugin-model-delivery-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ReactElement } from 'react';
import { failure, fakeDelivery, fakeService } from '../__testUtils__/fakes';
import { deliveryApiRef } from '../api/deliveryApiRef';
import { rootRouteRef } from '../routes';
import { ModelServicesContent } from './ModelServices/ModelServicesContent';
import { ServicesRouter } from './ServicesRouter';

function show(
  element: ReactElement,
  answers: Partial<DeliveryApi> = {},
  path = '/',
) {
  return renderInTestApp(
    <TestApiProvider apis={[[deliveryApiRef, fakeDelivery(answers)]]}>
      {element}
    </TestApiProvider>,
    {
      mountedRoutes: {
        '/services': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      initialRouteEntries: [path],
    },
  );
}

describe('all services', () => {
  it('says how many there are, and what runs where', async () => {
    show(<ServicesRouter />);
    expect(
      await screen.findByText('1 inference service is declared in Git.'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'credit-risk-api' }),
    ).toHaveAttribute('href', '/services/credit-risk-api');
    expect(screen.getByText('prod · 7')).toBeVisible();
  });

  it('searches by name', async () => {
    const listServices = jest.fn(async () => ({ items: [], totalItems: 0 }));
    show(<ServicesRouter />, { listServices });
    await userEvent.type(await screen.findByRole('searchbox'), 'x');
    expect(
      await screen.findByText('No service has this in its name'),
    ).toBeVisible();
    expect(listServices).toHaveBeenLastCalledWith(
      expect.objectContaining({ q: 'x' }),
      expect.anything(),
    );
  });

  it('says how to make the first one', async () => {
    const listServices = async () => ({ items: [], totalItems: 0 });
    show(<ServicesRouter />, { listServices });
    expect(
      await screen.findByText('No inference service is here yet'),
    ).toBeVisible();
    expect(
      screen.getAllByRole('link', { name: 'Create an inference service' })[0],
    ).toHaveAttribute('href', '/create/templates/default/inference-service');
  });

  it('can be tried again', async () => {
    const listServices = jest
      .fn<ReturnType<DeliveryApi['listServices']>, []>()
      .mockRejectedValueOnce(failure(503))
      .mockResolvedValue({ items: [fakeService()], totalItems: 1 });
    show(<ServicesRouter />, { listServices });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The services could not be loaded',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('link', { name: 'credit-risk-api' }),
    ).toBeVisible();
  });
});

describe('one service', () => {
  const path = '/credit-risk-api';

  it('shows environments, clone command, files and commits', async () => {
    show(<ServicesRouter />, {}, path);
    expect(
      await screen.findByText(
        'credit-risk-api serves credit-risk in dev (version 7), prod (version 7).',
      ),
    ).toBeVisible();
    const table = screen.getByRole('table', { name: 'Environments' });
    expect(
      within(table).getByRole('rowheader', { name: 'prod' }),
    ).toBeVisible();
    expect(
      screen.getByText(
        'git clone http://localhost:7007/api/model-delivery/git/credit-risk-api-gitops.git',
      ),
    ).toBeVisible();
    expect(await screen.findByText('Create credit-risk-api')).toBeVisible();
    await userEvent.click(
      await screen.findByRole('button', { name: 'README.md' }),
    );
    expect(await screen.findByText('What the repository is for')).toBeVisible();
  });

  it('says that a file is not text', async () => {
    const getFile = async () => ({
      path: 'model.bin',
      commit: 'c0ffee00',
      sizeBytes: 9,
    });
    show(<ServicesRouter />, { getFile }, `${path}?file=model.bin`);
    expect(await screen.findByText(/This file is not text/)).toBeVisible();
  });

  it('tells who can give access to what is not to be seen', async () => {
    const getService = () => Promise.reject(failure(404));
    show(<ServicesRouter />, { getService }, path);
    expect(await screen.findByText(/can give you access/)).toBeVisible();
  });
});

describe('services of a model', () => {
  const entity = {
    apiVersion: 'modelyard.io/v1alpha1',
    kind: 'Model',
    metadata: { name: 'credit-risk', namespace: 'default' },
  };
  const tab = (
    <EntityProvider entity={entity}>
      <ModelServicesContent />
    </EntityProvider>
  );

  it('lists them', async () => {
    const listServices = jest.fn(async () => ({
      items: [fakeService()],
      totalItems: 1,
    }));
    show(tab, { listServices });
    expect(
      await screen.findByText('1 inference service serves this model.'),
    ).toBeVisible();
    expect(listServices).toHaveBeenCalledWith(
      expect.objectContaining({ model: 'model:default/credit-risk' }),
      expect.anything(),
    );
  });

  it('says when there is none', async () => {
    show(tab, { listServices: async () => ({ items: [], totalItems: 0 }) });
    expect(
      await screen.findByText('No inference service serves this model.'),
    ).toBeVisible();
  });

  it('says when they cannot be read', async () => {
    show(tab, { listServices: () => Promise.reject(failure(503)) });
    expect(await screen.findByRole('alert')).toBeVisible();
  });
});
