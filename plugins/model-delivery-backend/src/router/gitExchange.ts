import { pipeline } from 'node:stream/promises';
import { Request, Response } from 'express';
import {
  GitHttpBackend,
  GitHttpRequest,
  GitHttpResponse,
} from '../git/GitHttpBackend';

/** A request of a Git client, without what HTTP says of it. */
export type GitTarget = Pick<
  GitHttpRequest,
  'repository' | 'service' | 'step' | 'user' | 'inspect'
>;

/** Time in which a client may read why it was refused while it still sends. */
const lingerMs = 2_000;

/** Lets go of a request whose body nobody will read to its end. */
export function abandonBody(req: Request, res: Response): void {
  if (req.complete) return;
  if (!res.headersSent) res.setHeader('Connection', 'close');
  req.unpipe();
  req.resume();
  const timer = setTimeout(() => req.destroy(), lingerMs);
  req.on('close', () => clearTimeout(timer));
}

/**
 * Answers one request through Git.
 *
 * @param conclude - gets what comes of it, also when the client goes away; the
 *   answer ends after it
 */
export async function exchange(
  http: { req: Request; res: Response },
  target: GitTarget,
  backend: GitHttpBackend,
  conclude: (finished: GitHttpResponse['finished']) => Promise<void> = () =>
    Promise.resolve(),
): Promise<void> {
  const { req, res } = http;
  const { status, headers, body, finished } = await backend.handle({
    ...target,
    contentType: req.headers['content-type'],
    contentEncoding: req.headers['content-encoding'],
    protocol: req.header('git-protocol'),
    body: req,
  });
  const concluded = conclude(finished);
  res.status(status);
  for (const [name, value] of headers) res.setHeader(name, value);
  await pipeline(body, res, { end: false });
  await concluded;
  res.end();
  // Git may have answered without reading all that was sent.
  abandonBody(req, res);
}
