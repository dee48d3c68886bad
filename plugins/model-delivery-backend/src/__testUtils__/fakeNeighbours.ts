import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  ModelRow,
  VersionDetail,
} from '@modelyard/plugin-model-catalog-common';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  Scorecard,
  scorecardsChangedTopic,
} from '@modelyard/plugin-model-scorecard-common';
import PromiseRouter from 'express-promise-router';

export const digest = `sha256:${'a'.repeat(64)}`;

const model: ModelRow = {
  ref: 'model:default/credit-risk',
  title: 'Credit risk',
  owner: 'group:default/risk-ml',
  license: 'Apache-2.0',
  aliases: { champion: '7' },
  versionCount: 2,
  source: { id: 'examples', state: 'fresh' },
};

function version(name: string): VersionDetail {
  return {
    version: name,
    createdAt: '2026-11-12T09:30:00Z',
    status: 'ready',
    aliases: [],
    digest,
    digestKind: 'content',
    metrics: [],
    artifacts: [
      {
        uri: `s3://models/credit-risk/${name}/model.joblib`,
        digest,
        sizeBytes: 1000,
        format: 'joblib',
      },
    ],
    params: {},
    datasets: [],
    links: [],
    source: { id: 'examples', nativeId: `credit-risk/${name}` },
  };
}

function scorecard(
  name: string,
  environment: string,
  blockers: string[],
): Scorecard {
  return {
    subject: { ref: model.ref, version: name, digest },
    pack: { id: 'default', version: '1', digest },
    evaluatedAt: '2026-11-20T00:00:00Z',
    gate: {
      environment,
      state: blockers.length > 0 ? 'closed' : 'open',
      blockers,
    },
    counts: {},
    checks: [],
    approvals: [],
  };
}

/** Blockers by environment. */
type Blockers = Record<string, string[]>;

/** Gates of the fake scorecard, which tests open and close. */
export class FakeGates {
  private blockers: Blockers = {};
  /** Tells the portal, as the scorecard does. */
  announce = async () => {};

  blockersOf(environment: string): string[] {
    return this.blockers[environment] ?? [];
  }

  /** Opens all but those that are named, and tells nobody. */
  setUnheard(blockers: Blockers): void {
    this.blockers = blockers;
  }

  async set(blockers: Blockers): Promise<void> {
    this.setUnheard(blockers);
    await this.announce();
  }
}

/** The model catalog with versions 7 and 8 of one model. */
export const fakeModelCatalog = createBackendPlugin({
  pluginId: 'model-catalog',
  register(env) {
    env.registerInit({
      deps: { http: coreServices.httpRouter },
      async init({ http }) {
        const router = PromiseRouter();
        router.get('/models/default/credit-risk', (_req, res) => {
          res.json(model);
        });
        router.get('/models/default/credit-risk/versions', (_req, res) => {
          res.json({ items: [version('8'), version('7')], totalItems: 2 });
        });
        router.get('/models/default/credit-risk/versions/:v', (req, res) => {
          if (!['7', '8'].includes(req.params.v))
            throw new NotFoundError('no such version');
          res.json(version(req.params.v));
        });
        router.use(() => {
          throw new NotFoundError('no such model');
        });
        http.use(router);
      },
    });
  },
});

/** The scorecard, which answers what `gates` say. */
export function fakeModelScorecard(gates: FakeGates) {
  return createBackendPlugin({
    pluginId: 'model-scorecard',
    register(env) {
      env.registerInit({
        deps: { http: coreServices.httpRouter, events: eventsServiceRef },
        async init({ http, events }) {
          gates.announce = () =>
            events.publish({ topic: scorecardsChangedTopic, eventPayload: {} });
          const router = PromiseRouter();
          router.get('/models/:ns/:name/versions/:v/scorecards', (req, res) => {
            const items = [req.query.environment]
              .flat()
              .map(String)
              .map(name =>
                scorecard(req.params.v, name, gates.blockersOf(name)),
              );
            res.json({ items, totalItems: items.length });
          });
          http.use(router);
        },
      });
    },
  });
}
