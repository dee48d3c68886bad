import { Agent, request } from 'undici';
import { z } from 'zod';
import { KubernetesObject } from '../planner';

/** What the server says to a request. */
export interface Answer {
  status: number;
  /** Why it was refused; empty when it was not. */
  message: string;
  /** Texts of all `Warning` headers. */
  warnings: string[];
  body: unknown;
}

const statusSchema = z.object({ message: z.string() });
const resourcesSchema = z.object({
  resources: z.array(
    z.object({ name: z.string(), kind: z.string(), namespaced: z.boolean() }),
  ),
});

interface Resource {
  name: string;
  namespaced: boolean;
}

const milliseconds = 60_000;

/** Where objects go that name no namespace. */
export const fallbackNamespace = 'referee';

// 299 - "text", where the text escapes quotes and backslashes.
function warningTexts(header: string | string[] | undefined): string[] {
  return [header ?? []]
    .flat()
    .flatMap(value => [...value.matchAll(/299 - "((?:[^"\\]|\\.)*)"/g)])
    .map(([, text]) => text.replace(/\\(.)/g, '$1'));
}

function groupPath(apiVersion: string): string {
  return apiVersion.includes('/')
    ? `/apis/${apiVersion}`
    : `/api/${apiVersion}`;
}

/** The REST API of a Kubernetes server. */
export class ApiServer {
  // By apiVersion and kind; only what was found stays.
  private readonly resources = new Map<string, Resource>();

  static create(options: {
    url: string;
    token: string;
    /** PEM of what signed the server's certificate. */
    ca: string;
  }): ApiServer {
    const agent = new Agent({ connect: { ca: options.ca }, connections: 8 });
    return new ApiServer(options.url, options.token, agent);
  }

  private constructor(
    private readonly url: string,
    private readonly token: string,
    private readonly agent: Agent,
  ) {}

  /** Whether the server is ready; not being reachable is not being ready. */
  async isReady(): Promise<boolean> {
    try {
      return (await this.send('GET', '/readyz')).status === 200;
    } catch {
      return false;
    }
  }

  /** Reads what is at a path. */
  async get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  /** Creates an object; unknown and repeated fields are refused. */
  async create(object: KubernetesObject): Promise<Answer> {
    return this.post(object, 'fieldValidation=Strict');
  }

  /** Lets the server go all the way that `create` goes, but for storing it. */
  async dryRun(object: KubernetesObject): Promise<Answer> {
    return this.post(object, 'fieldValidation=Strict&dryRun=All');
  }

  /** Removes an object. */
  async remove(object: KubernetesObject): Promise<Answer> {
    const path = await this.pathOf(object);
    return this.send('DELETE', `${path}/${object.metadata.name}`);
  }

  /** Whether the server has a kind. */
  async knows(apiVersion: string, kind: string): Promise<boolean> {
    return (await this.resourceOf(apiVersion, kind)) !== undefined;
  }

  /** Closes the connections. */
  async close(): Promise<void> {
    await this.agent.close();
  }

  private async post(object: KubernetesObject, query: string): Promise<Answer> {
    return this.send('POST', `${await this.pathOf(object)}?${query}`, object);
  }

  private async pathOf(object: KubernetesObject): Promise<string> {
    const { apiVersion, kind, metadata } = object;
    const resource = await this.resourceOf(apiVersion, kind);
    if (!resource) throw new Error(`the server has no ${apiVersion} ${kind}`);
    const namespace = metadata.namespace ?? fallbackNamespace;
    const scope = resource.namespaced ? `/namespaces/${namespace}` : '';
    return `${groupPath(apiVersion)}${scope}/${resource.name}`;
  }

  private async resourceOf(
    apiVersion: string,
    kind: string,
  ): Promise<Resource | undefined> {
    const key = `${apiVersion} ${kind}`;
    const known = this.resources.get(key);
    if (known) return known;
    const { status, body } = await this.send('GET', groupPath(apiVersion));
    if (status !== 200) return undefined;
    const resource = resourcesSchema
      .parse(body)
      .resources.find(r => r.kind === kind && !r.name.includes('/'));
    if (resource) this.resources.set(key, resource);
    return resource;
  }

  private async send(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    content?: unknown,
  ): Promise<Answer> {
    const { statusCode, headers, body } = await request(`${this.url}${path}`, {
      method,
      dispatcher: this.agent,
      headersTimeout: milliseconds,
      bodyTimeout: milliseconds,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(content !== undefined && { 'content-type': 'application/json' }),
      },
      ...(content !== undefined && { body: JSON.stringify(content) }),
    });
    const text = await body.text();
    const isJson = `${headers['content-type']}`.includes('json');
    const parsed: unknown = isJson ? JSON.parse(text) : text;
    const refused = statusCode >= 300;
    return {
      status: statusCode,
      message: refused
        ? (statusSchema.safeParse(parsed).data?.message ?? text)
        : '',
      warnings: warningTexts(headers.warning),
      body: parsed,
    };
  }
}
