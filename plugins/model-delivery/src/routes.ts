import { createRouteRef } from '@backstage/frontend-plugin-api';

/** Route of the Services page. */
export const rootRouteRef = createRouteRef();
