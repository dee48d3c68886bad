import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { ConflictError } from '@backstage/errors';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { modelsChangedTopic } from '@modelyard/plugin-model-catalog-common';
import {
  EvidenceDocumentStore,
  evidenceDocumentsExtensionPoint,
  evidenceFormatsExtensionPoint,
} from '@modelyard/plugin-model-scorecard-node';
import { registerActions } from './actions/registerActions';
import { readScorecardConfig } from './config/readScorecardConfig';
import { openDatabase } from './database/openDatabase';
import { PackStore } from './database/PackStore';
import { SigningKeyStore } from './database/SigningKeyStore';
import { FormatRegistry } from './intake/FormatRegistry';
import { PackKeeper } from './packs/PackKeeper';
import { targetOf } from './packs/PackTarget';
import { schedulePack } from './packs/schedulePack';
import { registerPermissions } from './permissions/registerPermissions';
import { createRouter } from './router/createRouter';
import { composeScorecard } from './service/composeScorecard';
import { scheduleSync } from './service/scheduleSync';
import { KeyRing } from './signing/KeyRing';
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
        actionsRegistry: actionsRegistryServiceRef,
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
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { httpRouter, permissionsRegistry, logger } = deps;
        const production = process.env.NODE_ENV === 'production';
        const config = readScorecardConfig(deps.config, production);
        const now = () => new Date().toISOString();
        const signer = await VerdictSigner.create(config.signing);
        const knex = await openDatabase(deps.database);
        const keyRing = await KeyRing.create({
          signer,
          now,
          store: SigningKeyStore.create(knex),
          revoked: config.signing.revokedKeys,
        });
        const packStore = PackStore.create(knex);
        const packs = await PackKeeper.create({
          logger,
          now,
          store: packStore,
          target: targetOf(config.packTarget, deps.urlReader),
        });
        const { service, sync, evaluator, facts, subjects } = composeScorecard({
          ...deps,
          config,
          documents,
          formats,
          knex,
          packs,
          signer,
        });
        registerPermissions({ registry: permissionsRegistry, facts, subjects });
        registerActions({ registry: deps.actionsRegistry, service });
        httpRouter.use(
          createRouter({
            ...deps,
            service,
            formats,
            keyRing,
            packs,
            packStore,
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
        await schedulePack({ ...deps, packs, evaluator });
      },
    });
  },
});
