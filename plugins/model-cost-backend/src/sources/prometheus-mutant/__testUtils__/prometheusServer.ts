import { ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';

const answer = z.object({
  data: z.object({
    result: z.array(z.object({ value: z.tuple([z.number(), z.string()]) })),
  }),
});

const howToGet = 'apt-get install prometheus';

/** Whether the real tool is at hand; in CI it has to be. */
export function hasPrometheus(): boolean {
  try {
    execFileSync('promtool', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    if (process.env.CI) throw new Error(`prometheus is missing: ${howToGet}`);
    return false;
  }
}

/** Title of a suite that needs the real tool. */
export function withPrometheus(title: string): string {
  return hasPrometheus() ? title : `${title} (missing: ${howToGet})`;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>(resolve => probe.listen(0, '127.0.0.1', resolve));
  const { port }: { port: number } = Object(probe.address());
  await new Promise(resolve => probe.close(resolve));
  return port;
}

/** A real Prometheus over blocks that `promtool` made of samples. */
export class PrometheusServer {
  private constructor(
    private readonly process: ChildProcess,
    private readonly folder: string,
    readonly baseUrl: string,
  ) {}

  /** @param samples - text in the OpenMetrics format, with times */
  static async start(samples: string): Promise<PrometheusServer> {
    const folder = mkdtempSync(join(tmpdir(), 'prometheus-'));
    const input = join(folder, 'samples.txt');
    const data = join(folder, 'data');
    const config = join(folder, 'prometheus.yml');
    writeFileSync(input, samples);
    writeFileSync(config, 'global: {}\n');
    execFileSync(
      'promtool',
      ['tsdb', 'create-blocks-from', 'openmetrics', input, data],
      { stdio: 'ignore' },
    );
    const address = `127.0.0.1:${await freePort()}`;
    const server = spawn(
      'prometheus',
      [
        `--config.file=${config}`,
        `--storage.tsdb.path=${data}`,
        '--storage.tsdb.retention.time=100y',
        `--web.listen-address=${address}`,
      ],
      { stdio: 'ignore' },
    );
    const started = new PrometheusServer(server, folder, `http://${address}`);
    await started.waitUntilReady();
    return started;
  }

  async stop(): Promise<void> {
    this.process.kill('SIGKILL');
    await new Promise(resolve => this.process.once('close', resolve));
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Values of an instant query, asked past the code that is tested. */
  async query(expr: string, time: string): Promise<number[]> {
    const url = new URL('/api/v1/query', this.baseUrl);
    url.search = new URLSearchParams({ query: expr, time }).toString();
    const { data } = answer.parse(await (await fetch(url)).json());
    return data.result.map(({ value }) => Number(value[1]));
  }

  private async waitUntilReady(): Promise<void> {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      try {
        const { ok } = await fetch(`${this.baseUrl}/-/ready`);
        if (ok) return;
      } catch {
        // It is not listening yet.
      }
      await wait(50);
    }
    throw new Error('Prometheus was not ready within ten seconds');
  }
}
