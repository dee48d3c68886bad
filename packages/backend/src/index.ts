import { createBackend } from '@backstage/backend-defaults';
import { sqliteDatabaseServiceFactory } from '@modelyard/sqlite-database';
import { httpRouter } from './httpRouter';

const backend = createBackend();

backend.add(httpRouter);
backend.add(sqliteDatabaseServiceFactory);
backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@modelyard/plugin-auth-backend-module-personas'));
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-mcp-actions-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('./permissions'));
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@backstage/plugin-scaffolder-backend'));
// Where `integrations` names a server, templates make repositories and open
// pull requests there.
backend.add(import('@backstage/plugin-scaffolder-backend-module-azure'));
backend.add(
  import('@backstage/plugin-scaffolder-backend-module-bitbucket-cloud'),
);
backend.add(
  import('@backstage/plugin-scaffolder-backend-module-bitbucket-server'),
);
backend.add(import('@backstage/plugin-scaffolder-backend-module-gitea'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-github'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-gitlab'));

backend.add(import('@modelyard/plugin-model-catalog-backend'));
backend.add(import('@modelyard/plugin-catalog-backend-module-model'));
backend.add(import('@modelyard/plugin-scaffolder-backend-module-model'));
backend.add(import('@modelyard/plugin-model-scorecard-backend'));
backend.add(import('@modelyard/plugin-model-cost-backend'));
backend.add(import('@modelyard/plugin-model-delivery-backend'));
backend.add(import('@modelyard/plugin-catalog-backend-module-model-delivery'));
backend.add(
  import('@modelyard/plugin-scaffolder-backend-module-model-delivery'),
);

backend.start();
