import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { Form } from '@backstage/plugin-scaffolder-react/alpha';
import { modelCatalogApiRef } from '@modelyard/plugin-model-react';
import validator from '@rjsf/validator-ajv8';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeGates, fakeModels } from '../__testUtils__/fakes';
import { gatesApiRef } from '../api/gatesApiRef';
import { EnvironmentsField } from './EnvironmentsField/EnvironmentsField';
import { ModelVersionPicker } from './ModelVersionPicker/ModelVersionPicker';

/** Shows one field in the form of the scaffolder; tells what it would send. */
function show(name: string, type: 'object' | 'array', formData?: object) {
  const onChange = jest.fn();
  renderInTestApp(
    <TestApiProvider
      apis={[
        [modelCatalogApiRef, fakeModels()],
        [gatesApiRef, fakeGates()],
      ]}
    >
      <Form
        schema={{
          type: 'object',
          properties: {
            field: type === 'array' ? { type, items: {} } : { type },
          },
        }}
        uiSchema={{ field: { 'ui:field': name } }}
        formData={{ field: formData }}
        validator={validator}
        fields={{ ModelVersionPicker, EnvironmentsField }}
        onChange={event => onChange(event.formData.field)}
      />
    </TestApiProvider>,
  );
  return onChange;
}

describe('ModelVersionPicker', () => {
  it('finds a model, shows its versions with their gates, and takes one', async () => {
    const onChange = show('ModelVersionPicker', 'object');
    const search = await screen.findByRole('combobox', { name: /Model/ });
    await userEvent.type(search, 'credit');
    await userEvent.click(
      await screen.findByRole('option', { name: /Credit risk/ }),
    );
    const version = await screen.findByRole('radio', { name: /^8/ });
    expect(await screen.findByText(/prod closed/)).toBeVisible();
    expect(screen.getByText('champion')).toBeVisible();
    await userEvent.click(version);
    expect(onChange).toHaveBeenLastCalledWith({
      ref: 'model:default/credit-risk',
      version: '8',
    });
    expect(await screen.findByText('Gates of version 8')).toBeVisible();
    expect(await screen.findByText('hum.approval')).toBeVisible();
  });

  it('starts with what the address names', async () => {
    const value = { ref: 'model:default/credit-risk', version: '7' };
    show('ModelVersionPicker', 'object', value);
    expect(await screen.findByRole('radio', { name: /^7/ })).toBeChecked();
  });
});

describe('EnvironmentsField', () => {
  it('starts with every environment', async () => {
    const onChange = show('EnvironmentsField', 'array');
    await screen.findByRole('checkbox', { name: 'Deliver to prod' });
    const [value] = onChange.mock.calls[onChange.mock.calls.length - 1];
    expect(value.map((e: { name: string }) => e.name)).toEqual([
      'dev',
      'staging',
      'prod',
    ]);
  });

  it('leaves one out and changes another', async () => {
    const onChange = show('EnvironmentsField', 'array');
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'Deliver to staging' }),
    );
    const memory = screen.getByRole('textbox', { name: 'Memory in dev' });
    await userEvent.clear(memory);
    await userEvent.type(memory, '2Gi');
    expect(onChange).toHaveBeenLastCalledWith([
      expect.objectContaining({
        name: 'dev',
        resources: { cpu: '500m', memory: '2Gi' },
      }),
      expect.objectContaining({ name: 'prod' }),
    ]);
  });

  it('keeps what was entered before', async () => {
    const onChange = show('EnvironmentsField', 'array', [
      {
        name: 'prod',
        namespace: 'mine',
        resources: { cpu: '1', memory: '4Gi' },
        scaling: {
          kind: 'hpa',
          minReplicas: 3,
          maxReplicas: 9,
          metric: 'cpu',
          target: 50,
        },
      },
    ]);
    expect(
      await screen.findByRole('textbox', { name: 'Namespace in prod' }),
    ).toHaveValue('mine');
    expect(
      screen.getByRole('checkbox', { name: 'Deliver to dev' }),
    ).not.toBeChecked();
    expect(onChange).not.toHaveBeenCalled();
  });
});
