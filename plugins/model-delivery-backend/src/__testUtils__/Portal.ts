import { JsonObject } from '@backstage/types';
import { ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Death } from './deadlyMoments';

/** What a process of a portal is started with. */
export interface PortalTask {
  config: JsonObject;
  /** File of the template that its catalog holds. */
  template: string;
  /** What its catalog is for: to run templates, or to show Components. */
  holds: 'templates' | 'components';
}

/** How a portal is started. */
export interface PortalOptions {
  database: JsonObject;
  /** Where its repositories lie. */
  directory: string;
  scaffolder?: JsonObject;
  holds?: PortalTask['holds'];
}

const token = 'a-token-of-the-test';
const pollMs = 50;
/** Longest look of a worker for a task, on a busy machine. */
const lookMs = 500;
/** Milliseconds within which whoever is to die has died. */
const longestLife = 60_000;
const root = path.resolve(__dirname, '../../../..');

let program: string | undefined;

/** The program of a portal in one file, made once. */
function programOf(): string {
  program ??= execFileSync(
    process.execPath,
    [
      path.join(root, 'scripts/test/bundleProcess.mjs'),
      path.join(__dirname, 'portalProcess.ts'),
    ],
    { encoding: 'utf8' },
  );
  return program;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function configOf(port: number, options: PortalOptions): JsonObject {
  const { database, directory, scaffolder = {} } = options;
  // It is written to the repositories, so it stays whatever the process.
  const baseUrl = 'http://portal.example.com';
  const access = { type: 'static', options: { token, subject: 'test' } };
  return {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port },
      database,
      auth: { externalAccess: [access] },
    },
    scaffolder,
    modelDelivery: { git: { directory } },
  };
}

/** The next message of a process that has the key. */
async function said(child: ChildProcess, key: string): Promise<void> {
  for (;;) {
    const [message] = await once(child, 'message');
    if (message.failed) throw new Error(message.failed);
    if (key in message) return;
  }
}

/** A running portal, which can be killed. */
export class Portal {
  private constructor(
    private readonly child: ChildProcess,
    private readonly apiUrl: string,
  ) {}

  static async start(options: PortalOptions): Promise<Portal> {
    const port = await freePort();
    const task: PortalTask = {
      config: configOf(port, options),
      template: path.join(root, 'templates/inference-service/template.yaml'),
      holds: options.holds ?? 'templates',
    };
    const child = fork(programOf(), [JSON.stringify(task)], {
      execArgv: [],
      stdio: 'ignore',
      // A group of its own, so that its Git dies with it.
      detached: true,
      env: {
        PATH: process.env.PATH,
        NODE_COMPILE_CACHE: path.join(path.dirname(programOf()), 'compiled'),
      },
    });
    await said(child, 'ready');
    const portal = new Portal(child, `http://127.0.0.1:${port}/api`);
    // A task that comes while its worker looks for one is overlooked until the next
    // comes; some time after this answer the worker has looked.
    if (task.holds === 'templates') {
      await portal.call('GET', 'scaffolder/v2/tasks');
      await wait(lookMs);
    }
    return portal;
  }

  /** Lets it die at a moment that is to come. */
  async prepareDeath(death: Death): Promise<void> {
    this.child.send(death);
    await said(this.child, 'willDie');
  }

  /** @throws AbortError when it lives on */
  async untilDead(): Promise<void> {
    if (this.child.signalCode) return;
    await once(this.child, 'exit', {
      signal: AbortSignal.timeout(longestLife),
    });
  }

  async kill(): Promise<void> {
    const dead = this.untilDead();
    process.kill(-Number(this.child.pid), 'SIGKILL');
    await dead;
  }

  /** Sends JSON, and gives the JSON that is answered. */
  async call(method: 'GET' | 'POST', route: string, body?: object) {
    const response = await fetch(`${this.apiUrl}/${route}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  }

  /** Sends the form of the template, and gives the task's id. */
  async createTask(values: object): Promise<string> {
    const { body } = await this.call('POST', 'scaffolder/v2/tasks', {
      templateRef: 'template:default/inference-service',
      values,
    });
    return body.id;
  }

  /** How a task ends. */
  async untilEnded(id: string): Promise<string> {
    for (;;) {
      const { body } = await this.call('GET', `scaffolder/v2/tasks/${id}`);
      if (!['open', 'processing'].includes(body.status)) return body.status;
      await wait(pollMs);
    }
  }
}
