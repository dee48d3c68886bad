import { configApiRef } from '@backstage/frontend-plugin-api';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { Form } from '@backstage/plugin-scaffolder-react/alpha';
import validator from '@rjsf/validator-ajv8';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { EnvironmentsField } from '../components/EnvironmentsField/EnvironmentsField';
import { JobField } from '../components/JobField/JobField';
import { PairsField } from '../components/PairsField/PairsField';
import { RepositoryField } from '../components/RepositoryField/RepositoryField';
import { RuntimeField } from '../components/RuntimeField/RuntimeField';
import { SecretsField } from '../components/SecretsField/SecretsField';

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

interface ShownField {
  field: keyof typeof fields;
  type?: string;
  values?: Record<string, unknown>;
  options?: object;
  name?: string;
}

/** Shows one field among the values of a form; tells what it would send. */
export function showField(shown: ShownField) {
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

/** What the field sent last. */
export const last = (mock: jest.Mock) =>
  mock.mock.calls[mock.mock.calls.length - 1][0];

/** Takes an option of a select. */
export async function choose(select: string, option: string | RegExp) {
  await userEvent.click(screen.getByRole('combobox', { name: select }));
  await userEvent.click(screen.getByRole('option', { name: option }));
}
