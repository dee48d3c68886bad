import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { Delivery, PlanAnswer } from '@modelyard/plugin-model-delivery-common';
import express, { Router } from 'express';
import { parse } from 'yaml';
import { valuesOf } from './__testUtils__/templateValues';
import { scaffolderModuleModelDelivery } from './module';

const folder = resolve(__dirname, '../../../templates');
const fileOf = (name: string) => join(folder, name, 'template.yaml');

function templateOf(name: string): Entity {
  return parse(readFileSync(fileOf(name), 'utf8'));
}

const links = {
  repositoryUrl: 'http://portal.example.com/services/api',
  cloneUrl: 'http://portal.example.com/api/model-delivery/git/api-gitops.git',
  entityRef: 'component:default/api',
};

const names = Object.keys(valuesOf);

/** Delivery that remembers what it was asked to write. */
function fakeDelivery(written: unknown[]) {
  const plan: PlanAnswer = {
    ...links,
    digest: 'sha256:00',
    files: [{ path: 'README.md', content: '# api\n' }],
    findings: [],
    environments: ['dev'],
    changes: [],
  };
  const delivery: Delivery = {
    ...links,
    service: 'api',
    commit: 'c0',
    created: true,
    changed: true,
    findings: [],
    environments: ['dev'],
  };
  return createBackendPlugin({
    pluginId: 'model-delivery',
    register(env) {
      env.registerInit({
        deps: { http: coreServices.httpRouter },
        async init({ http }) {
          const router = Router();
          router.use(express.json());
          router.post('/plans', (_req, res) => {
            res.json(plan);
          });
          router.post('/services', (req, res) => {
            written.push(req.body);
            res.status(201).json(delivery);
          });
          http.use(router);
        },
      });
    },
  });
}

async function start() {
  const written: unknown[] = [];
  const { server } = await startTestBackend({
    features: [
      scaffolderPlugin,
      scaffolderModuleModelDelivery,
      fakeDelivery(written),
      catalogServiceMock.factory({
        entities: [
          ...names.map(name => {
            const template = templateOf(name);
            const metadata = {
              ...template.metadata,
              namespace: 'default',
              annotations: {
                'backstage.io/managed-by-location': `url:file://${fileOf(name)}`,
              },
            };
            return { ...template, metadata };
          }),
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'User',
            metadata: { name: 'data-scientist', namespace: 'default' },
            spec: {},
          },
        ],
      }),
      mockServices.rootConfig.factory({
        data: { backend: { baseUrl: 'http://localhost' } },
      }),
    ],
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const send = async (method: string, path: string, body?: object) => {
    const response = await fetch(
      `http://localhost:${port}/api/scaffolder${path}`,
      {
        method,
        headers: {
          authorization: `Bearer ${mockCredentials.user.token('user:default/data-scientist')}`,
          'content-type': 'application/json',
        },
        body: body && JSON.stringify(body),
      },
    );
    return { status: response.status, body: await response.json() };
  };
  return { send, written };
}

/**
 * Jest runs tests in a realm of its own, where arrays that `fetch` made are no
 * arrays to the template engine. Parsing the answers here makes them so.
 */
function parseAnswersHere() {
  const original = global.fetch;
  jest.spyOn(global, 'fetch').mockImplementation(async (...request) => {
    const response = await original(...request);
    response.json = async () => JSON.parse(await response.text());
    return response;
  });
}

describe('the templates', () => {
  let portal: Awaited<ReturnType<typeof start>>;

  beforeAll(async () => {
    parseAnswersHere();
    portal = await start();
  });

  afterAll(() => {
    jest.restoreAllMocks();
  });

  const create = (name: string, values: object) =>
    portal.send('POST', '/v2/tasks', {
      templateRef: `template:default/${name}`,
      values,
    });

  it.each(names)(
    '%s takes the service input as its values and hands it on untouched',
    async name => {
      const { send, written } = portal;
      written.length = 0;
      const values = valuesOf[name];
      const created = await create(name, values);
      expect(created).toMatchObject({ status: 201 });
      const path = `/v2/tasks/${created.body.id}`;
      let task = (await send('GET', path)).body;
      while (['open', 'processing'].includes(task.status))
        task = (await send('GET', path)).body;
      const events = (await send('GET', `${path}/events`)).body;
      expect({ status: task.status, events }).toMatchObject({
        status: 'completed',
      });
      expect(
        task.output ?? events[events.length - 1].body.output,
      ).toMatchObject(links);
      expect(written).toEqual([values]);
    },
  );

  it.each(names)(
    '%s renders every file in a dry run, and writes nothing',
    async name => {
      const before = portal.written.length;
      const { status, body } = await portal.send('POST', '/v2/dry-run', {
        template: templateOf(name),
        values: valuesOf[name],
        directoryContents: [],
      });
      expect({ status, body }).toMatchObject({ status: 200 });
      const paths = body.directoryContents.map((f: { path: string }) => f.path);
      expect(paths).toEqual(['README.md']);
      expect(body.output).toMatchObject(links);
      expect(portal.written).toHaveLength(before);
    },
  );

  const foreign = { kind: 'knative', mode: 'standard' };
  it.each(
    names.flatMap(
      name =>
        [
          [name, 'no model', { model: undefined }],
          [name, 'a name that is too long', { name: 'a'.repeat(80) }],
          [name, 'a name that is none', { name: 'Api_1' }],
          [name, 'no environment', { environments: [] }],
          [name, 'an image without a digest', { image: 'nginx:latest' }],
          ...(name === 'inference-service'
            ? [
                [
                  name,
                  'a runtime of its own and no image',
                  { runtime: foreign },
                ],
              ]
            : [
                [name, 'the runtime of another template', { runtime: foreign }],
              ]),
        ] as [string, string, object][],
    ),
  )('%s is refused with %s', async (name, _title, change) => {
    const before = portal.written.length;
    const { status } = await create(name, { ...valuesOf[name], ...change });
    expect(status).toBe(400);
    expect(portal.written).toHaveLength(before);
  });
});
