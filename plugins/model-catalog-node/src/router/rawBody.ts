import { IncomingMessage, ServerResponse } from 'node:http';

const bodies = new WeakMap<IncomingMessage, Buffer>();

/** For the `verify` option of body-parser, which changes nothing about the body. */
export function keepBody(
  req: IncomingMessage,
  _res: ServerResponse,
  body: Buffer,
): void {
  bodies.set(req, body);
}

/**
 * The bytes of a JSON body, as a signature covers them; empty when there were none.
 * Only behind a router with the option `keepRawBody`.
 *
 * @public
 */
export function rawBodyOf(req: IncomingMessage): Buffer {
  return bodies.get(req) ?? Buffer.alloc(0);
}
