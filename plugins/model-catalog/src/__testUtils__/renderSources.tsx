import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ModelCatalogApi } from '@modelyard/plugin-model-catalog-common';
import { modelCatalogApiRef } from '@modelyard/plugin-model-react';
import { screen } from '@testing-library/react';
import { useLocation } from 'react-router-dom';
import { ModelsRouter } from '../components/ModelsRouter';
import { rootRouteRef } from '../routes';
import { fakeModelCatalog } from './fakeModels';
import { sourceCalls } from './fakeSources';

function Address() {
  const { pathname, search } = useLocation();
  return <output aria-label="address">{`${pathname}${search}`}</output>;
}

/** What the address bar says. */
export const address = () => screen.getByLabelText('address');

/** Renders the Models page and the page of sources, by default the latter. */
export function renderSources(
  calls: Partial<ModelCatalogApi> = {},
  options: { at?: string; mayNot?: boolean } = {},
) {
  const api = fakeModelCatalog({ ...sourceCalls, ...calls });
  const { at = '/models/sources', mayNot } = options;
  renderInTestApp(
    <>
      <ModelsRouter columns={[]} />
      <Address />
    </>,
    {
      apis: [
        [modelCatalogApiRef, api],
        mockApis.permission({
          authorize: mayNot ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
        }),
      ],
      mountPath: '/models/*',
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/models': rootRouteRef,
      },
      initialRouteEntries: [at],
    },
  );
  return api;
}
