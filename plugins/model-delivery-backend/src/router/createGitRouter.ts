import { pipeline } from 'node:stream/promises';
import {
  AuditorService,
  AuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { isError, NotFoundError, stringifyError } from '@backstage/errors';
import { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  BodyTooLargeError,
  GitHttpBackend,
  GitHttpRequest,
  GitServiceName,
} from '../git/GitHttpBackend';
import { isRepositoryName } from '../git/repositoryName';
import { callerName } from '../service/callerName';
import { DeliveryService } from '../service/DeliveryService';
import { gitCredentials } from './gitCredentials';

/**
 * What the Git routes work with.
 */
export interface GitRouterOptions {
  auth: AuthService;
  auditor: AuditorService;
  logger: LoggerService;
  delivery: DeliveryService;
  backend: GitHttpBackend;
}

type Target = Pick<GitHttpRequest, 'repository' | 'service' | 'step'>;

function isServiceName(text: unknown): text is GitServiceName {
  return text === 'git-upload-pack' || text === 'git-receive-pack';
}

/** What a request is about; undefined for all but the smart protocol. */
function parseTarget(req: Request): Target | undefined {
  const match = /^\/([^/]+)\.git\/(info\/refs|git-[a-z-]+)$/.exec(req.path);
  if (!match || !isRepositoryName(match[1])) return undefined;
  const [, repository, action] = match;
  const advertised = req.query.service;
  if (action === 'info/refs')
    return req.method === 'GET' && isServiceName(advertised)
      ? { repository, service: advertised, step: 'advertise' }
      : undefined;
  return req.method === 'POST' && isServiceName(action)
    ? { repository, service: action, step: 'exchange' }
    : undefined;
}

const statuses: Record<string, number> = {
  AuthenticationError: 401,
  NotAllowedError: 403,
  NotFoundError: 404,
  ServiceUnavailableError: 503,
};

/** Time in which a client may read why it was refused while it still sends. */
const lingerMs = 2_000;

/** Lets go of a request whose body nobody will read to its end. */
function abandonBody(req: Request, res: Response): void {
  if (req.complete) return;
  if (!res.headersSent) res.setHeader('Connection', 'close');
  req.unpipe();
  req.resume();
  const timer = setTimeout(() => req.destroy(), lingerMs);
  req.on('close', () => clearTimeout(timer));
}

/** Git shows its user a plain text, where it would hide a JSON document. */
function refuse(req: Request, res: Response, error: unknown): void {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  abandonBody(req, res);
  const tooLarge = error instanceof BodyTooLargeError;
  const status = isError(error) ? (statuses[error.name] ?? 500) : 500;
  if (status === 401)
    res.setHeader(
      'WWW-Authenticate',
      'Basic realm="Modelyard", charset="UTF-8"',
    );
  if (status === 503) res.setHeader('Retry-After', '5');
  const known = isError(error) && status < 500;
  const text = known ? error.message : 'Git is not available; try again';
  res
    .status(tooLarge ? 413 : status)
    .type('text/plain')
    .send(`${tooLarge ? 'That is more than may be pushed at once' : text}\n`);
}

async function serve(
  req: Request,
  res: Response,
  options: GitRouterOptions,
): Promise<void> {
  const { auth, auditor, delivery } = options;
  const credentials = await gitCredentials(auth, req.headers.authorization);
  const target = parseTarget(req);
  if (!target)
    throw new NotFoundError('Only git clone, fetch and push work here');
  const write = target.service === 'git-receive-pack';
  const access = write ? 'write' : 'read';
  const user = callerName(auth, credentials);
  const exchange = () => answer(req, res, { ...target, user }, options);
  if (!write || target.step === 'advertise') {
    await delivery.openRepository(target.repository, access, credentials);
    await exchange();
    return;
  }
  const event = await auditor.createEvent({
    eventId: 'repository-push',
    severityLevel: 'medium',
    meta: { repository: target.repository, user },
  });
  try {
    await delivery.openRepository(target.repository, access, credentials);
    await exchange();
    await event.success();
  } catch (error) {
    await event.fail({ error: new Error(stringifyError(error)) });
    throw error;
  }
}

async function answer(
  req: Request,
  res: Response,
  target: Target & { user: string },
  options: GitRouterOptions,
): Promise<void> {
  const { backend, delivery, logger } = options;
  const { status, headers, body, finished } = await backend.handle({
    ...target,
    contentType: req.headers['content-type'],
    contentEncoding: req.headers['content-encoding'],
    protocol: req.header('git-protocol'),
    body: req,
  });
  if (target.service === 'git-receive-pack' && target.step === 'exchange') {
    // Also when the client has gone: what was pushed is in Git.
    void finished
      .then(() => delivery.refresh(target.repository))
      .catch(error =>
        logger.warn(
          `What was pushed to ${target.repository} can't be indexed: ${stringifyError(error)}`,
        ),
      );
  }
  res.status(status);
  for (const [name, value] of headers) res.setHeader(name, value);
  await pipeline(body, res);
  // Git may have answered without reading all that was sent.
  abandonBody(req, res);
}

/**
 * Git's smart HTTP protocol at `/git/<repository>.git`: clone and fetch for who may
 * read the service, push for who may deliver it.
 */
export function createGitRouter(options: GitRouterOptions): Router {
  const router = PromiseRouter();
  router.use('/git', async (req, res) => {
    try {
      await serve(req, res, options);
    } catch (error) {
      const status = isError(error) && statuses[error.name];
      if (!status && !(error instanceof BodyTooLargeError))
        options.logger.warn(`A Git request failed: ${stringifyError(error)}`);
      refuse(req, res, error);
    }
  });
  return router;
}
