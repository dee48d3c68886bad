import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { AddressInfo } from 'node:net';

/** A model that a scripted registry holds. */
export interface ScriptedModel {
  name: string;
  /** Alias to version. */
  aliases: Record<string, string>;
  versions: { version: string; createdAt: string }[];
}

/** What a scripted registry answers. */
export interface ScriptedAnswer {
  status?: number;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as it is. */
  body?: string | Buffer;
}

/** A request to a scripted registry. */
export interface ScriptedRequest {
  method: string;
  url: URL;
  headers: IncomingMessage['headers'];
  body: string;
}

/** A registry that runs in this process. */
export interface ScriptedRegistry {
  baseUrl: string;
  /** Method and path with query of every request so far. */
  calls: string[];
  /** Asked before the registry's own answer; may return undefined to let it answer. */
  fault:
    ((nth: number, request: ScriptedRequest) => Fault | undefined) | undefined;
  /** Waited for before each answer. */
  delay: (() => Promise<void>) | undefined;
  /** Shows another certificate from now on; only for one that began with one. */
  present(certificate: Certificate): void;
  close(): Promise<void>;
}

/** A certificate with its key, both PEM. */
export interface Certificate {
  key: string;
  cert: string;
}

/** What goes wrong with one request. */
export type Fault =
  | { kind: 'answer'; answer: ScriptedAnswer }
  | { kind: 'truncate' }
  | { kind: 'hang' }
  | { kind: 'rewrite'; rewrite: (answer: ScriptedAnswer) => ScriptedAnswer };

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, answer: ScriptedAnswer, cut: boolean) {
  const body =
    answer.json === undefined
      ? Buffer.from(answer.body ?? '')
      : Buffer.from(JSON.stringify(answer.json));
  response.writeHead(answer.status ?? 200, {
    ...(answer.json !== undefined && { 'content-type': 'application/json' }),
    ...answer.headers,
  });
  // Half of the body with a proper end: only the JSON tells that it breaks off.
  response.end(cut ? body.subarray(0, body.length / 2) : body);
}

/**
 * Starts a registry that answers as it is told, and goes wrong as it is told; over
 * TLS when it is given a certificate.
 */
export async function startRegistry(
  answer: (request: ScriptedRequest) => ScriptedAnswer,
  certificate?: Certificate,
): Promise<ScriptedRegistry> {
  const registry: ScriptedRegistry = {
    baseUrl: '',
    calls: [],
    fault: undefined,
    delay: undefined,
    present: () => undefined,
    close: async () => undefined,
  };
  const listener = async (
    incoming: IncomingMessage,
    response: ServerResponse,
  ) => {
    const request: ScriptedRequest = {
      method: incoming.method ?? 'GET',
      url: new URL(incoming.url ?? '/', registry.baseUrl),
      headers: incoming.headers,
      body: await readBody(incoming),
    };
    registry.calls.push(`${request.method} ${incoming.url}`);
    await registry.delay?.();
    const fault = registry.fault?.(registry.calls.length, request);
    if (fault?.kind === 'hang') return;
    if (fault?.kind === 'answer') {
      send(response, fault.answer, false);
      return;
    }
    const own = answer(request);
    if (fault?.kind === 'rewrite') send(response, fault.rewrite(own), false);
    else send(response, own, fault?.kind === 'truncate');
  };
  const server = certificate
    ? createTlsServer(certificate, listener)
    : createServer(listener);
  registry.present = another => {
    if (!('setSecureContext' in server)) throw new Error('not over TLS');
    server.setSecureContext(another);
    server.closeAllConnections();
  };
  registry.close = () =>
    new Promise(resolve => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  registry.baseUrl = `${certificate ? 'https' : 'http'}://127.0.0.1:${port}`;
  return registry;
}

/**
 * How a registry of one type speaks; what the contract suite serves and what its
 * connector must read.
 */
export interface RegistryDialect {
  /** `modelCatalog.sources[].type`. */
  type: string;
  /** Configuration of a source that reads these models, in pages of two. */
  config(models: ScriptedModel[]): Record<string, unknown>;
  /** Answers a request from what the registry holds. */
  answer(models: ScriptedModel[], request: ScriptedRequest): ScriptedAnswer;
  /** Whether a request asks for a page of the listing of models. */
  isListing(request: ScriptedRequest): boolean;
  /** The page with nothing on it, but with its token. */
  emptied?(answer: ScriptedAnswer): ScriptedAnswer;
  /** The page with `null` in the place of its list. */
  nulled(answer: ScriptedAnswer): ScriptedAnswer;
  /** The answer to a request, when what it tells of one model is malformed. */
  spoil(
    name: string,
    answer: ScriptedAnswer,
    request: ScriptedRequest,
  ): ScriptedAnswer;
  /** The page with a token that never changes. */
  circling?(answer: ScriptedAnswer): ScriptedAnswer;
  /** Names that the registry takes, however odd. */
  oddNames: string[];
  /** What the connector gives for a scripted model, unless that is the same. */
  shownAs?(
    model: ScriptedModel,
  ): Pick<ScriptedModel, 'aliases'> & { versions: string[] };
  /**
   * Calls that a second read may make at most when nothing has changed; absent
   * where the registry has no marks to ask by.
   */
  callsWhenUnchanged?(models: ScriptedModel[]): number;
  /** Whether the connector reads the whole listing before it gives a model. */
  listsBeforeGiving?: boolean;
  /** Whether a read that was cut off can go on where it was. */
  isResumable?: boolean;
}

/** What an answer has under a key. */
export function rowsOf({ json }: ScriptedAnswer, key: string): unknown {
  return typeof json === 'object' && json !== null
    ? Reflect.get(json, key)
    : undefined;
}

/** Rows with other fields in the one of that name. */
export function withRow(
  rows: unknown,
  name: string,
  fields: Record<string, unknown>,
): unknown {
  if (!Array.isArray(rows)) return rows;
  return rows.map(row =>
    [row.name, row.id].includes(name) ? { ...row, ...fields } : row,
  );
}

/** The JSON of an answer with some fields replaced. */
export function withFields(
  answer: ScriptedAnswer,
  fields: Record<string, unknown>,
): ScriptedAnswer {
  return { ...answer, json: Object.assign({}, answer.json, fields) };
}
