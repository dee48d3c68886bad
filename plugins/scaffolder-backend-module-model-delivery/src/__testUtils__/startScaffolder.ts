import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  BackendFeature,
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
import { JsonObject } from '@backstage/types';
import { Delivery, PlanAnswer } from '@modelyard/plugin-model-delivery-common';
import express, { Router } from 'express';
import { parse } from 'yaml';
import { scaffolderModuleModelDelivery } from '../module';
import { valuesOf } from './templateValues';

const folder = resolve(__dirname, '../../../../templates');
const fileOf = (name: string) => join(folder, name, 'template.yaml');

/** A template as it is shipped. */
export function templateOf(name: string): Entity {
  return parse(readFileSync(fileOf(name), 'utf8'));
}

/** Where delivery says that everything is. */
export const links = {
  repositoryUrl: 'http://portal.example.com/services/api',
  cloneUrl: 'http://portal.example.com/api/model-delivery/git/api-gitops.git',
  entityRef: 'component:default/api',
};

const names = Object.keys(valuesOf);

/** Delivery that remembers what it was asked to write. */
function fakeDelivery(
  written: unknown[],
  answers: Partial<{ plan: Partial<PlanAnswer>; delivery: Partial<Delivery> }>,
) {
  const plan: PlanAnswer = {
    ...links,
    digest: 'sha256:00',
    files: [{ path: 'README.md', content: '# api\n' }],
    findings: [],
    environments: ['dev'],
    changes: [],
    ...answers.plan,
  };
  const delivery: Delivery = {
    ...links,
    service: 'api',
    commit: 'c0',
    created: true,
    changed: true,
    findings: [],
    environments: ['dev'],
    ...answers.delivery,
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

/** What {@link startScaffolder} can be told. */
export interface ScaffolderOptions {
  plan?: Partial<PlanAnswer>;
  delivery?: Partial<Delivery>;
  features?: BackendFeature[];
  integrations?: JsonObject;
}

/** The scaffolder with our templates and actions, and a delivery that notes what it is given. */
export async function startScaffolder(options: ScaffolderOptions = {}) {
  const written: unknown[] = [];
  const { server } = await startTestBackend({
    features: [
      scaffolderPlugin,
      scaffolderModuleModelDelivery,
      fakeDelivery(written, options),
      ...(options.features ?? []),
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
        data: {
          backend: { baseUrl: 'http://localhost' },
          integrations: options.integrations ?? {},
        },
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
  /** Runs a template to its end. */
  const run = async (name: string, values: object) => {
    const created = await send('POST', '/v2/tasks', {
      templateRef: `template:default/${name}`,
      values,
    });
    if (created.status !== 201) throw new Error(JSON.stringify(created.body));
    const path = `/v2/tasks/${created.body.id}`;
    let task = (await send('GET', path)).body;
    while (['open', 'processing'].includes(task.status))
      task = (await send('GET', path)).body;
    const events = (await send('GET', `${path}/events`)).body;
    const output = task.output ?? events[events.length - 1].body.output;
    return { status: task.status, events, output };
  };
  return { send, run, written };
}

/**
 * Jest runs tests in a realm of its own, where arrays that `fetch` made are no
 * arrays to the template engine. Parsing the answers here makes them so.
 */
export function parseAnswersHere() {
  const original = global.fetch;
  jest.spyOn(global, 'fetch').mockImplementation(async (...request) => {
    const response = await original(...request);
    response.json = async () => JSON.parse(await response.text());
    return response;
  });
}
