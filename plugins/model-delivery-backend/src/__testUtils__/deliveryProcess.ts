import { LoggerService } from '@backstage/backend-plugin-api';
import {
  checkServiceInput,
  plan,
  PlanContext,
} from '@modelyard/plugin-model-delivery-common';
import knexFactory from 'knex';
import { DatabaseServiceStore } from '../database/DatabaseServiceStore';
import { EmbeddedRepositories } from '../git/EmbeddedRepositories';
import { GitCommand } from '../git/GitCommand';
import { readDeployed } from '../service/repositoryReader';
import { ServiceIndexer } from '../service/ServiceIndexer';
import { ServiceWriter } from '../service/ServiceWriter';
import { serviceInput } from './serviceInput';

/*
 * Delivers services, one for each message that names one, until somebody kills
 * it. It prepares and writes as the service behind POST /services does.
 */

const quiet = () => undefined;
const logger: LoggerService = {
  error: quiet,
  warn: quiet,
  info: quiet,
  debug: quiet,
  child: () => logger,
};

const [config, directory] = process.argv.slice(2);
const digest = `sha256:${'a'.repeat(64)}`;

const context: PlanContext = {
  model: {
    ref: 'model:default/credit-risk',
    version: '7',
    digest,
    digestKind: 'content',
    status: 'ready',
    artifacts: [
      {
        uri: 's3://models/credit-risk/7/model.joblib',
        digest,
        format: 'joblib',
      },
    ],
    license: 'Apache-2.0',
  },
  aliases: {},
  versions: ['7'],
  gates: ['dev', 'staging', 'prod'].map(environment => ({
    environment,
    state: 'open',
    blockers: [],
    compliance: 'passed',
  })),
  repositoryUrl: 'https://git.example.com/x.git',
};

async function createDeliver() {
  const knex = knexFactory(JSON.parse(config));
  const store = await DatabaseServiceStore.create({
    getClient: async () => knex,
    migrations: { skip: true },
  });
  const repositories = EmbeddedRepositories.create({
    directory,
    git: GitCommand.create({ timeoutMs: 20_000, maxPushBytes: 1_000_000 }),
  });
  const events = { publish: async () => {}, subscribe: async () => {} };
  const indexer = ServiceIndexer.create({
    store,
    repositories,
    events,
    logger,
  });
  const writer = ServiceWriter.create({ store, repositories, indexer });
  return async (name: string) => {
    const { input } = checkServiceInput(serviceInput(name));
    if (!input) throw new Error('the input of the test is wrong');
    const repository = input.repository.name;
    const existing =
      (await store.get(name)) ?? (await indexer.index(repository));
    const deployed = await readDeployed(repositories, repository);
    const planned = plan(
      input,
      { ...context, deployed: deployed?.releases },
      { mode: 'write' },
    );
    const prepared = { input, plan: planned, head: deployed?.head, existing };
    await writer.write(prepared, 'user:default/data-scientist');
  };
}

process.on('disconnect', () => process.exit());

createDeliver().then(deliver => {
  process.on('message', (name: string) => {
    process.send?.({ started: name });
    deliver(name).then(
      () => process.send?.({ delivered: name }),
      error => process.send?.({ failed: String(error.stack) }),
    );
  });
  process.send?.({ ready: true });
}, quiet);
