import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { DeliveryClient } from '@modelyard/plugin-model-delivery-common';
import { benchEnvironments, serviceInputOf } from './serviceInput';
import { DeliveryBackend } from './startDeliveryBackend';

/** A {@link DeliveryBackend} in a process of its own. */
export interface BackendApart extends DeliveryBackend {
  delivery: DeliveryClient;
  /** Sends JSON to a plugin, and gives what it answers. */
  post(path: string, body: object): Promise<Response>;
  get(path: string): Promise<Response>;
  /** How a task of the scaffolder ended. */
  untilEnded(taskId: string): Promise<string>;
}

interface Message {
  place?: Omit<DeliveryBackend, 'stop'>;
  failure?: string;
  ended?: { id: string; status: string };
}

/** Answers as soon as the process has told how a task ended. */
function watchTasks(child: ChildProcess) {
  const known = new Map<string, string>();
  const waiting = new Map<string, (status: string) => void>();
  child.on('message', ({ ended }: Message) => {
    if (!ended) return;
    known.set(ended.id, ended.status);
    waiting.get(ended.id)?.(ended.status);
  });
  return (id: string): Promise<string> => {
    const status = known.get(id);
    if (status) return Promise.resolve(status);
    return new Promise(resolve => {
      waiting.set(id, resolve);
    });
  };
}

function untilPlace(
  child: ChildProcess,
): Promise<Omit<DeliveryBackend, 'stop'>> {
  return new Promise((resolve, reject) => {
    child.on('message', ({ place, failure }: Message) => {
      if (place) resolve(place);
      if (failure) reject(new Error(failure));
    });
    child.on('exit', code =>
      reject(new Error(`The backend ended with code ${code}`)),
    );
  });
}

function reasonOf(error: unknown): string {
  return error instanceof ResponseError
    ? error.body.error.message
    : String(error);
}

/** Waits for the template, and until the example version may be delivered everywhere. */
async function untilReady({ get, delivery, token }: BackendApart) {
  let said = 'nothing';
  for (let attempt = 0; attempt < 300; attempt += 1) {
    await wait(300);
    try {
      const { status } = await get(
        'catalog/entities/by-name/template/default/inference-service',
      );
      const { environments } = await delivery.createPlan(
        serviceInputOf('ready'),
        { token, mode: 'write' },
      );
      said = `the template is answered with ${status}`;
      if (status === 200 && environments.length === benchEnvironments.length)
        return;
    } catch (error) {
      said = reasonOf(error);
    }
  }
  throw new Error(`The example version can't be delivered: ${said}`);
}

/** Starts a backend, and waits until the example version can be delivered. */
export async function startBackendApart(
  database: JsonObject,
): Promise<BackendApart> {
  const file = 'src/delivery/backendProcess.ts';
  const child = fork(resolvePackagePath('@modelyard/bench', file));
  const untilEnded = watchTasks(child);
  child.send(database);
  const place = await untilPlace(child);
  const { apiUrl, token } = place;
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
  };
  const backend: BackendApart = {
    ...place,
    delivery: DeliveryClient.create({
      discoveryApi: { getBaseUrl: async id => `${apiUrl}/${id}` },
      fetchApi: { fetch },
    }),
    untilEnded,
    get: path => fetch(`${apiUrl}/${path}`, { headers }),
    post: (path, body) =>
      fetch(`${apiUrl}/${path}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      }),
    async stop() {
      const stopped = once(child, 'exit');
      child.send({ stop: true });
      await stopped;
    },
  };
  await untilReady(backend);
  return backend;
}
