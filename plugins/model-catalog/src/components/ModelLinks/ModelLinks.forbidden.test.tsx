// A file of its own, because permissions are remembered from test to test.
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ModelLink } from '@modelyard/plugin-model-catalog-common';
import { modelCatalogApiRef } from '@modelyard/plugin-model-react';
import { screen, waitFor } from '@testing-library/react';
import { fakeModelCatalog } from '../../__testUtils__/fakeModels';
import { statedLink } from '../../__testUtils__/fakeSources';
import { ModelLinks } from './ModelLinks';

function renderFor(links: ModelLink[]) {
  const api = fakeModelCatalog({ listLinks: async () => ({ items: links }) });
  renderInTestApp(
    <dl aria-label="facts">
      <ModelLinks
        modelRef="model:default/credit-risk"
        title="Credit risk"
        source="examples"
      />
    </dl>,
    {
      apis: [
        [modelCatalogApiRef, api],
        mockApis.permission({ authorize: AuthorizeResult.DENY }),
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  return api;
}

describe('Links of a Model, for those who may not state any', () => {
  it('are shown without buttons', async () => {
    renderFor([statedLink]);
    expect(
      await screen.findByRole('link', { name: 'scoring' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('take no room when there is none', async () => {
    const api = renderFor([]);
    await waitFor(() => expect(api.listLinks).toHaveBeenCalled());
    await waitFor(() =>
      expect(screen.getByLabelText('facts')).toBeEmptyDOMElement(),
    );
  });
});
