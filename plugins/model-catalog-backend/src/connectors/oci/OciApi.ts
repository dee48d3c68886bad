import {
  OutboundAnswer,
  OutboundCall,
  OutboundError,
  OutboundHttp,
} from '@modelyard/outbound-http';
import { createHash } from 'node:crypto';
import { ZodType } from 'zod';
import { followLinks } from '../http/followLinks';
import { OciTokens } from './OciTokens';
import { catalogPage, Manifest, manifest, tagsPage } from './schemas';

const rowsPerPage = 100;
const mostBlobBytes = 4 * 1024 * 1024;
const acceptedManifests = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
].join(', ');
const imageManifest =
  /^application\/vnd\.(oci\.image\.manifest\.v1|docker\.distribution\.manifest\.v2)\+json/;

/** The part of the OCI distribution API that is read. */
export class OciApi {
  constructor(
    private readonly http: OutboundHttp,
    private readonly tokens: OciTokens,
  ) {}

  /** Names of all repositories. */
  async *listRepositories(signal: AbortSignal): AsyncGenerator<string[]> {
    const pages = this.list('', 'v2/_catalog', { schema: catalogPage, signal });
    for await (const { repositories } of pages) yield repositories;
  }

  /** Tags of a repository. */
  async listTags(repository: string, signal: AbortSignal): Promise<string[]> {
    const path = `v2/${encodePath(repository)}/tags/list`;
    const tags: string[] = [];
    for await (const page of this.list(repository, path, {
      schema: tagsPage,
      signal,
    }))
      tags.push(...page.tags);
    return tags;
  }

  /** Digest that a tag stands for; undefined when it is gone. */
  async findDigest(
    repository: string,
    tag: string,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    try {
      const { headers } = await this.send(repository, {
        ...this.manifestCall(repository, tag),
        method: 'HEAD',
        signal,
      });
      return headers.get('docker-content-digest') ?? undefined;
    } catch (error) {
      if (error instanceof OutboundError && error.kind === 'not-found')
        return undefined;
      throw error;
    }
  }

  /** A manifest; undefined for an index, which lists others. */
  async readManifest(
    repository: string,
    digest: string,
    signal: AbortSignal,
  ): Promise<Manifest | undefined> {
    const answer = await this.send(repository, {
      ...this.manifestCall(repository, digest),
      signal,
    });
    assertDigest(answer, digest);
    if (!imageManifest.test(answer.headers.get('content-type') ?? ''))
      return undefined;
    return manifest.safeParse(parse(answer)).data;
  }

  /** The configuration of an artifact, as JSON. */
  async readConfig(
    repository: string,
    config: Manifest['config'],
    signal: AbortSignal,
  ): Promise<unknown> {
    if (config.size > mostBlobBytes)
      throw new OutboundError(
        'too-large',
        `the configuration of ${repository}@${config.digest} has ${config.size} bytes, the limit is ${mostBlobBytes}`,
      );
    const answer = await this.send(repository, {
      path: `v2/${encodePath(repository)}/blobs/${config.digest}`,
      signal,
    });
    assertDigest(answer, config.digest);
    return parse(answer);
  }

  private manifestCall(repository: string, reference: string): OutboundCall {
    return {
      path: `v2/${encodePath(repository)}/manifests/${encodeURIComponent(reference)}`,
      headers: { accept: acceptedManifests },
    };
  }

  private async *list<T>(
    scope: string,
    path: string,
    options: { schema: ZodType<T>; signal: AbortSignal },
  ): AsyncGenerator<T> {
    const { schema, signal } = options;
    const pages = () =>
      followLinks(
        this.http,
        {
          path,
          query: { n: rowsPerPage },
          headers: this.headersFor(scope),
          signal,
        },
        schema,
      );
    let isStarted = false;
    try {
      for await (const page of pages()) {
        isStarted = true;
        yield page;
      }
    } catch (error) {
      if (isStarted || !(await this.authenticate(scope, error, signal)))
        throw error;
      yield* pages();
    }
  }

  private headersFor(scope: string): Record<string, string> {
    const token = this.tokens.find(scope);
    return token ? { authorization: `Bearer ${token}` } : {};
  }

  private async send(
    scope: string,
    call: OutboundCall & { signal: AbortSignal },
  ): Promise<OutboundAnswer> {
    const send = () =>
      this.http.send({
        ...call,
        headers: { ...call.headers, ...this.headersFor(scope) },
      });
    try {
      return await send();
    } catch (error) {
      if (await this.authenticate(scope, error, call.signal)) return send();
      throw error;
    }
  }

  /** Whether an error asked for a token, and one was fetched. */
  private async authenticate(
    scope: string,
    error: unknown,
    signal: AbortSignal,
  ): Promise<boolean> {
    if (!(error instanceof OutboundError) || error.kind !== 'unauthorized')
      return false;
    const token = await this.tokens.fetch(scope, error.challenge, signal);
    return token !== undefined;
  }
}

function encodePath(repository: string): string {
  return repository.split('/').map(encodeURIComponent).join('/');
}

function parse({ url, body }: OutboundAnswer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new OutboundError(
      'truncated',
      `${url.origin}${url.pathname} answers JSON that breaks off; it is tried again later`,
    );
  }
}

/** What a digest names has to have it, whoever delivers it. */
function assertDigest({ url, body }: OutboundAnswer, digest: string): void {
  const [algorithm, hex] = digest.split(':');
  if (algorithm !== 'sha256' && algorithm !== 'sha512') return;
  if (createHash(algorithm).update(body).digest('hex') === hex) return;
  throw new OutboundError(
    'unexpected',
    `${url.origin}${url.pathname} answers something that does not have the digest it was asked by; a proxy or the registry is broken`,
  );
}
