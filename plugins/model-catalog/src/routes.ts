import { createRouteRef } from '@backstage/frontend-plugin-api';

/** Route of the Models page. */
export const rootRouteRef = createRouteRef();
