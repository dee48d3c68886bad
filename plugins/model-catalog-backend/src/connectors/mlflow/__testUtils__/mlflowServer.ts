import { ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort, Tool } from '../../__testUtils__/tools';

/** Python with MLflow in it; `.ci/run` puts it on the PATH. */
const python = 'mlflow-python';
const howToGet =
  'a virtual environment with `pip install "mlflow[auth]==3.17.2"`, its python on the PATH as mlflow-python';

const seedScript = path.join(__dirname, 'seed.py');

/** The real server, for {@link withTool}. */
export const mlflow: Tool = {
  command: [python, '--version'],
  title: 'on MLflow 3.17.2',
  howToGet,
};

/** What MLflow's own client lists of one model. */
export interface ListedModel {
  description: string;
  aliases: Record<string, string>;
  tags: Record<string, string>;
  versions: Record<
    string,
    {
      source: string;
      createdAt: number;
      description: string;
      stage: string;
      status: string;
      runId: string;
      tags: Record<string, string>;
      /** Of the logged model or else the run; those that are numbers. */
      metrics: Record<string, number>;
      params: Record<string, string>;
      /** Name to digest. */
      datasets: Record<string, string>;
    }
  >;
}

/** A real MLflow server over its own SQLite database. */
export class MlflowServer {
  private constructor(
    private readonly process: ChildProcess,
    private readonly folder: string,
    readonly baseUrl: string,
  ) {}

  /** Starts a server over a new store with so many models and versions of each. */
  static async start(options: {
    models: number;
    versions: number;
    basicAuth?: { password: string };
  }): Promise<MlflowServer> {
    const folder = mkdtempSync(path.join(tmpdir(), 'mlflow-'));
    const store = `sqlite:///${folder}/mlflow.db`;
    const sizes = [options.models, options.versions].map(String);
    run([seedScript, store, ...sizes], folder);
    const port = await freePort();
    const server = spawn(
      python,
      [
        '-m',
        'mlflow',
        'server',
        '--backend-store-uri',
        store,
        '--host',
        '127.0.0.1',
        '--port',
        String(port),
        '--workers',
        '1',
        ...(options.basicAuth ? ['--app-name', 'basic-auth'] : []),
      ],
      {
        cwd: folder,
        stdio: 'ignore',
        detached: true,
        env: {
          ...process.env,
          MLFLOW_AUTH_ADMIN_PASSWORD: options.basicAuth?.password,
          MLFLOW_FLASK_SERVER_SECRET_KEY: 'only-for-tests',
          // Webhooks of a test go to this machine.
          MLFLOW_WEBHOOK_ALLOWED_SCHEMES: 'http',
          MLFLOW_WEBHOOK_ALLOW_PRIVATE_IPS: 'true',
        },
      },
    );
    const started = new MlflowServer(
      server,
      folder,
      `http://127.0.0.1:${port}`,
    );
    await started.untilReady();
    return started;
  }

  /** What MLflow's own client lists, by title. */
  list(): Record<string, ListedModel> {
    return JSON.parse(run([seedScript, '--list', this.baseUrl], this.folder));
  }

  /** Sends a change, as any client would, and gives the answer. */
  async call(method: string, apiPath: string, body: unknown): Promise<unknown> {
    const answer = await fetch(`${this.baseUrl}/api/2.0/mlflow/${apiPath}`, {
      method,
      // The server closes what is idle for seconds, just as the next call goes out.
      headers: { 'content-type': 'application/json', connection: 'close' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
  }

  async stop(): Promise<void> {
    const { pid, exitCode } = this.process;
    if (pid !== undefined && exitCode === null) {
      const ended = new Promise(resolve => {
        this.process.once('exit', resolve);
      });
      // The server's workers are processes of their own.
      process.kill(-pid, 'SIGKILL');
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async untilReady(): Promise<void> {
    for (let tries = 0; tries < 240; tries += 1) {
      const answer = await fetch(`${this.baseUrl}/health`).catch(
        () => undefined,
      );
      if (answer?.ok) return;
      await wait(250);
    }
    await this.stop();
    throw new Error('MLflow did not start within a minute');
  }
}

function run(args: string[], cwd: string): string {
  return execFileSync(python, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 256 * 1024 * 1024,
  });
}
