import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { fakeDelivery } from './__testUtils__/fakes';
import plugin, { deliveryApiRef } from '.';

describe('model-delivery plugin', () => {
  it('mounts the page of a service', async () => {
    renderTestApp({
      features: [plugin],
      apis: [[deliveryApiRef, fakeDelivery()]],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: ['/services/credit-risk-api'],
    });
    expect(
      await screen.findByText(
        /credit-risk-api serves credit-risk/,
        {},
        { timeout: 10_000 },
      ),
    ).toBeVisible();
  }, 20_000);
});
