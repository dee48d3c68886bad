import {
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** Route of the Models page. */
export const rootRouteRef = createRouteRef();

/** Route of the page of sources, below the Models page. */
export const sourcesRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/sources',
});
