import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { choose, last, showField } from '../../__testUtils__/showField';

describe('EnvironmentsField', () => {
  const runtime = { kind: 'deployment' };

  it('offers only the scaling of the runtime, and starts it from its defaults', async () => {
    const onChange = showField({
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
    const onChange = showField({
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
    const onChange = showField({
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
    const onChange = showField({
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
    const onChange = showField({
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
