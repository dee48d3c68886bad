import { Entity } from '@backstage/catalog-model';
import { screen } from '@testing-library/react';
import { httpError, wholeDays } from '../../__testUtils__/fakeCost';
import { renderWithEntity } from '../../__testUtils__/renderWithModel';
import { ServiceCostCard } from './ServiceCostCard';

const service: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'credit-risk-api',
    namespace: 'default',
    annotations: { 'modelyard.io/model-ref': 'model:default/credit-risk' },
  },
  spec: { type: 'inference-service' },
};

const [seven, eight] = wholeDays.groups;

describe('ServiceCostCard', () => {
  it('tells what of the model is this service’s', async () => {
    const getModelCost = jest.fn(async () => ({
      ...wholeDays,
      groups: [
        { ...seven, key: 'credit-risk-api' },
        { ...eight, key: 'another' },
      ],
    }));
    renderWithEntity(<ServiceCostCard />, service, { getModelCost });
    expect(
      await screen.findByText(/^USD 300 in the last 2 days/),
    ).toBeVisible();
    expect(screen.queryByText(/another/)).toBeNull();
    expect(getModelCost).toHaveBeenLastCalledWith(
      'model:default/credit-risk',
      expect.objectContaining({ groupBy: 'service' }),
      expect.anything(),
    );
    expect(
      screen.getByRole('link', { name: 'Open cost of the model' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/model/credit-risk/cost?groupBy=service',
    );
  });

  it('says by which label pods are counted where none was', async () => {
    renderWithEntity(<ServiceCostCard />, service, {
      getModelCost: async () => wholeDays,
    });
    expect(
      await screen.findByText(/modelyard.io\/service=credit-risk-api/),
    ).toBeVisible();
  });

  it('can fail', async () => {
    renderWithEntity(<ServiceCostCard />, service, {
      getModelCost: () => Promise.reject(httpError(500)),
    });
    expect(
      await screen.findByText('The cost could not be loaded'),
    ).toBeInTheDocument();
  });
});
