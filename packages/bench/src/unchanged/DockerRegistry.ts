import { ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../sync/freePort';
import { until } from '../sync/runSync';

const program = 'docker-registry';
const manifestType = 'application/vnd.oci.image.manifest.v1+json';

/** Whether Debian's registry is installed. */
export function hasDockerRegistry(): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** A model as ModelPack packs it; the text makes it one of its own. */
function modelPack(text: string) {
  const config = JSON.stringify({
    descriptor: {
      createdAt: '2026-11-01T00:00:00Z',
      description: `Measured, not used: ${text}`,
      licenses: ['Apache-2.0'],
    },
    config: { architecture: 'transformer', format: 'safetensors' },
    modelfs: { type: 'layers', diffIds: [] },
  });
  return { config, weights: text };
}

function describe(content: string, mediaType: string) {
  const digest = createHash('sha256').update(content).digest('hex');
  const size = Buffer.byteLength(content);
  return { mediaType, digest: `sha256:${digest}`, size };
}

/** Debian's registry over its own folder; anybody may read and write. */
export class DockerRegistry {
  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    readonly origin: string,
  ) {}

  static async start(): Promise<DockerRegistry> {
    const folder = await mkdtemp(join(tmpdir(), 'modelyard-bench-registry-'));
    const addr = `127.0.0.1:${await freePort()}`;
    const file = join(folder, 'config.yml');
    // JSON is YAML.
    const config = {
      version: 0.1,
      log: { level: 'error', accesslog: { disabled: true } },
      storage: { filesystem: { rootdirectory: folder } },
      http: { addr },
    };
    await writeFile(file, JSON.stringify(config));
    const child = spawn(program, ['serve', file], { stdio: 'ignore' });
    const origin = `http://${addr}`;
    await until(
      async () =>
        (await fetch(`${origin}/v2/`).catch(() => undefined))?.ok || undefined,
      { what: 'The start of docker-registry', everyMs: 50 },
    );
    return new DockerRegistry(child, folder, origin);
  }

  /** Pushes a model under tags, as any client would. */
  async push(repository: string, tags: string[], text: string): Promise<void> {
    const { config, weights } = modelPack(text);
    await this.putBlob(repository, config);
    await this.putBlob(repository, weights);
    const body = JSON.stringify({
      schemaVersion: 2,
      mediaType: manifestType,
      artifactType: 'application/vnd.cncf.model.manifest.v1+json',
      config: describe(config, 'application/vnd.cncf.model.config.v1+json'),
      layers: [
        {
          ...describe(weights, 'application/vnd.cncf.model.weight.v1.raw'),
          annotations: { 'org.cncf.model.filepath': 'model.safetensors' },
        },
      ],
    });
    for (const tag of tags)
      await this.call('PUT', `/v2/${repository}/manifests/${tag}`, {
        body,
        type: manifestType,
      });
  }

  async remove(): Promise<void> {
    const ended = new Promise(resolve => {
      this.child.once('exit', resolve);
    });
    this.child.kill('SIGKILL');
    await ended;
    await rm(this.folder, { recursive: true, force: true });
  }

  private async putBlob(repository: string, body: string): Promise<void> {
    const started = await this.call('POST', `/v2/${repository}/blobs/uploads/`);
    const place = new URL(started.headers.get('location') ?? '', this.origin);
    const type = 'application/octet-stream';
    place.searchParams.set('digest', describe(body, type).digest);
    await this.call('PUT', place.href, { body, type });
  }

  private async call(
    method: string,
    target: string,
    content?: { body: string; type: string },
  ): Promise<Response> {
    const answer = await fetch(new URL(target, this.origin), {
      method,
      body: content?.body,
      headers: content ? { 'content-type': content.type } : {},
    });
    if (!answer.ok) throw new Error(`${method} ${target}: ${answer.status}`);
    return answer;
  }
}
