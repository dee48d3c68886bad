import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { DeliveryClient } from '@modelyard/plugin-model-delivery-common';
import { ScorecardClient } from '@modelyard/plugin-model-scorecard-common';
import { deliveryApiRef } from './api/deliveryApiRef';
import { gatesApiRef } from './api/gatesApiRef';
import { formFields } from './formFields';
import { rootRouteRef } from './routes';
import { ServicesIcon } from './ServicesIcon';

const clientDeps = { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef };

const deliveryApi = ApiBlueprint.make({
  name: 'delivery',
  params: define =>
    define({
      api: deliveryApiRef,
      deps: clientDeps,
      factory: deps => DeliveryClient.create(deps),
    }),
});

const gatesApi = ApiBlueprint.make({
  name: 'gates',
  params: define =>
    define({
      api: gatesApiRef,
      deps: clientDeps,
      factory: deps => ScorecardClient.create(deps),
    }),
});

const servicesPage = PageBlueprint.make({
  params: {
    path: '/services',
    title: 'Services',
    icon: <ServicesIcon />,
    routeRef: rootRouteRef,
    loader: async () => {
      const { ServicesRouter } = await import('./components/ServicesRouter');
      return <ServicesRouter />;
    },
  },
});

const modelServices = EntityContentBlueprint.make({
  name: 'services',
  params: {
    path: '/services',
    title: 'Services',
    filter: { kind: 'model' },
    loader: async () => {
      const { ModelServicesContent } =
        await import('./components/ModelServices/ModelServicesContent');
      return <ModelServicesContent />;
    },
  },
});

/**
 * The Services page, the services of a Model, and the fields of the form that
 * makes a service.
 *
 * @public
 */
export const modelDeliveryPlugin = createFrontendPlugin({
  pluginId: 'model-delivery',
  title: 'Services',
  icon: <ServicesIcon />,
  routes: { root: rootRouteRef },
  extensions: [
    deliveryApi,
    gatesApi,
    servicesPage,
    modelServices,
    ...formFields,
  ],
});
