import { readFile } from 'node:fs/promises';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { modelsChangedTopic } from '@modelyard/plugin-model-catalog-common';
import {
  loadPack,
  scorecardPermissions,
} from '@modelyard/plugin-model-scorecard-common';
import {
  EvidenceDocumentStore,
  evidenceDocumentsExtensionPoint,
  evidenceFormatsExtensionPoint,
} from '@modelyard/plugin-model-scorecard-node';
import { readScorecardConfig } from './config/readScorecardConfig';
import { openDatabase } from './database/openDatabase';
import { FormatRegistry } from './intake/FormatRegistry';
import { createRouter } from './router/createRouter';
import { composeScorecard } from './service/composeScorecard';
import { scheduleSync } from './service/scheduleSync';
import { VerdictSigner } from './signing/VerdictSigner';

/**
 * Evidence, evaluation, reviews and signed verdicts of model versions.
 *
 * @public
 */
export const modelScorecardPlugin = createBackendPlugin({
  pluginId: 'model-scorecard',
  register(env) {
    const formats = FormatRegistry.create();
    env.registerExtensionPoint(evidenceFormatsExtensionPoint, formats);
    let documents: EvidenceDocumentStore | undefined;
    env.registerExtensionPoint(evidenceDocumentsExtensionPoint, {
      setDocumentStore(store) {
        if (documents)
          throw new ConflictError(
            'A document store was set already; install one module for it',
          );
        documents = store;
      },
    });
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { httpRouter, permissionsRegistry, logger } = deps;
        const production = process.env.NODE_ENV === 'production';
        const config = readScorecardConfig(deps.config, production);
        const packText = await readFile(config.packFile, 'utf8');
        const pack = loadPack(packText, config.packFile);
        const signer = await VerdictSigner.create(config.signing);
        const knex = await openDatabase(deps.database);
        const { service, sync } = composeScorecard({
          ...deps,
          config,
          documents,
          formats,
          knex,
          pack,
          signer,
        });
        permissionsRegistry.addPermissions(scorecardPermissions);
        httpRouter.use(
          createRouter({
            ...deps,
            service,
            formats,
            pack,
            signer,
            environments: config.environments,
          }),
        );
        httpRouter.addAuthPolicy({
          path: '/.well-known/jwks.json',
          allow: 'unauthenticated',
        });
        const runSync = await scheduleSync({
          ...deps,
          sync,
          schedule: config.schedule,
        });
        await deps.events.subscribe({
          id: 'model-scorecard',
          topics: [modelsChangedTopic],
          onEvent: runSync,
        });
        logger.info(
          `Check pack ${pack.id} ${pack.version} with ${pack.checks.length} checks is in force`,
        );
      },
    });
  },
});
