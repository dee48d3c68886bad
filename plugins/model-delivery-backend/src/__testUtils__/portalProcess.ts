import { createBackend } from '@backstage/backend-defaults';
import {
  BackendFeature,
  coreServices,
  createServiceFactory,
  RootLoggerService,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import catalogModule from '@modelyard/plugin-catalog-backend-module-model-delivery';
import scaffolderModule from '@modelyard/plugin-scaffolder-backend-module-model-delivery';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { modelDeliveryPlugin } from '../plugin';
import { Death, watchMoments } from './deadlyMoments';
import {
  fakeModelCatalog,
  fakeModelScorecard,
  FakeGates,
} from './fakeNeighbours';
import { PortalTask } from './Portal';

/*
 * A portal with a scaffolder and delivery. It kills itself, and all processes that
 * it started, at the moment that it is told.
 */

const quiet = () => undefined;
const logger: RootLoggerService = {
  error: quiet,
  warn: quiet,
  info: quiet,
  debug: quiet,
  child: () => logger,
};

let death: Death | undefined;

const die = () => process.kill(-process.pid, 'SIGKILL');

watchMoments(moment => {
  if (moment !== death?.at) return;
  const { afterMs } = death;
  death = undefined;
  // Without a delay nothing more happens than what led here.
  if (afterMs === 0) die();
  else setTimeout(die, afterMs);
});

/** A catalog with its provider alone, or one of a template with who runs it. */
function featuresOf({ template, holds }: PortalTask): BackendFeature[] {
  if (holds === 'components') return [catalogPlugin, catalogModule];
  const entity = parse(readFileSync(template, 'utf8'));
  const annotations = {
    'backstage.io/managed-by-location': `url:file://${template}`,
  };
  const metadata = { ...entity.metadata, namespace: 'default', annotations };
  const group = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'risk-ml', namespace: 'default' },
  };
  return [
    catalogServiceMock.factory({ entities: [group, { ...entity, metadata }] }),
    scaffolderPlugin,
    scaffolderModule,
  ];
}

async function start(task: PortalTask): Promise<void> {
  const backend = createBackend();
  const features = [
    ...featuresOf(task),
    modelDeliveryPlugin,
    fakeModelCatalog,
    fakeModelScorecard(new FakeGates()),
    createServiceFactory({
      service: coreServices.rootLogger,
      deps: {},
      factory: () => logger,
    }),
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () => new ConfigReader(task.config),
    }),
  ];
  features.forEach(feature => backend.add(feature));
  await backend.start();
  process.on('message', (message: Death) => {
    death = message;
    process.send?.({ willDie: true });
  });
  process.send?.({ ready: true });
}

process.on('disconnect', die);

start(JSON.parse(process.argv[2])).catch(error =>
  process.send?.({ failed: String(error?.stack ?? error) }),
);
