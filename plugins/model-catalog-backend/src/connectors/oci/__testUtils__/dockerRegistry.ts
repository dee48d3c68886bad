import { ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort, Tool } from '../../__testUtils__/tools';

/** Debian's registry, for {@link withTool}. */
export const dockerRegistry: Tool = {
  command: ['docker-registry', '--version'],
  title: 'on docker-registry',
  howToGet: 'apt-get install docker-registry',
};

function digestOf(content: Buffer): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

/** An artifact to push. */
export interface Artifact {
  artifactType?: string;
  configType: string;
  config: unknown;
  layers: {
    mediaType: string;
    content: string;
    annotations?: Record<string, string>;
  }[];
  annotations?: Record<string, string>;
}

/** Debian's registry over its own folder; anybody may read and write. */
export class DockerRegistry {
  private constructor(
    private readonly process: ChildProcess,
    private readonly folder: string,
    readonly baseUrl: string,
  ) {}

  static async start(): Promise<DockerRegistry> {
    const folder = mkdtempSync(path.join(tmpdir(), 'registry-'));
    const port = await freePort();
    const config = {
      version: 0.1,
      log: { level: 'error' },
      storage: {
        filesystem: { rootdirectory: folder },
        delete: { enabled: true },
      },
      http: { addr: `127.0.0.1:${port}` },
    };
    const file = path.join(folder, 'config.yml');
    // JSON is YAML.
    writeFileSync(file, JSON.stringify(config));
    const child = spawn('docker-registry', ['serve', file], {
      stdio: 'ignore',
    });
    const registry = new DockerRegistry(
      child,
      folder,
      `http://127.0.0.1:${port}`,
    );
    for (let tries = 0; tries < 100; tries += 1) {
      const answer = await fetch(`${registry.baseUrl}/v2/`).catch(
        () => undefined,
      );
      if (answer?.ok) return registry;
      await wait(100);
    }
    await registry.stop();
    throw new Error('docker-registry did not start');
  }

  async stop(): Promise<void> {
    const ended = new Promise(resolve => {
      this.process.once('exit', resolve);
    });
    this.process.kill('SIGKILL');
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Pushes an artifact under tags, as any client would; gives its digest. */
  async push(
    repository: string,
    tags: string[],
    artifact: Artifact,
  ): Promise<string> {
    const config = Buffer.from(JSON.stringify(artifact.config));
    await this.putBlob(repository, config);
    const layers = [];
    for (const { mediaType, content, annotations } of artifact.layers) {
      const blob = Buffer.from(content);
      await this.putBlob(repository, blob);
      layers.push({
        mediaType,
        digest: digestOf(blob),
        size: blob.length,
        annotations,
      });
    }
    const mediaType = 'application/vnd.oci.image.manifest.v1+json';
    const manifest = Buffer.from(
      JSON.stringify({
        schemaVersion: 2,
        mediaType,
        artifactType: artifact.artifactType,
        config: {
          mediaType: artifact.configType,
          digest: digestOf(config),
          size: config.length,
        },
        layers,
        annotations: artifact.annotations,
      }),
    );
    for (const tag of tags)
      await this.call('PUT', `/v2/${repository}/manifests/${tag}`, {
        body: manifest,
        type: mediaType,
      });
    return digestOf(manifest);
  }

  /** Deletes a manifest with all of its tags. */
  async delete(repository: string, digest: string): Promise<void> {
    await this.call('DELETE', `/v2/${repository}/manifests/${digest}`);
  }

  private async putBlob(repository: string, blob: Buffer): Promise<void> {
    const started = await this.call('POST', `/v2/${repository}/blobs/uploads/`);
    const location = new URL(
      started.headers.get('location') ?? '',
      this.baseUrl,
    );
    location.searchParams.set('digest', digestOf(blob));
    await this.call('PUT', location.href, {
      body: blob,
      type: 'application/octet-stream',
    });
  }

  private async call(
    method: string,
    target: string,
    content?: { body: Buffer; type: string },
  ): Promise<Response> {
    const answer = await fetch(new URL(target, this.baseUrl), {
      method,
      body: content && new Uint8Array(content.body),
      headers: content ? { 'content-type': content.type } : {},
    });
    if (!answer.ok) throw new Error(`${method} ${target}: ${answer.status}`);
    return answer;
  }
}
