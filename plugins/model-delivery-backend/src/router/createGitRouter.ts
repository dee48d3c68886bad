import { AuthService } from '@backstage/backend-plugin-api';
import { isError, NotFoundError, stringifyError } from '@backstage/errors';
import { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { BodyTooLargeError, GitServiceName } from '../git/GitHttpBackend';
import { isRepositoryName } from '../git/repositoryName';
import { callerName } from '../service/callerName';
import { gitCredentials } from './gitCredentials';
import { abandonBody, exchange, GitTarget } from './gitExchange';
import { servePush, ServePushOptions } from './servePush';

/**
 * What the Git routes work with.
 */
export interface GitRouterOptions extends ServePushOptions {
  auth: AuthService;
}

type Target = Omit<GitTarget, 'user' | 'inspect'>;

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
  const { auth, delivery } = options;
  const credentials = await gitCredentials(auth, req.headers.authorization);
  const target = parseTarget(req);
  if (!target)
    throw new NotFoundError('Only git clone, fetch and push work here');
  const request = { ...target, user: callerName(auth, credentials) };
  const write = target.service === 'git-receive-pack';
  if (write && target.step === 'exchange') {
    await servePush({ req, res }, request, credentials, options);
    return;
  }
  const access = write ? 'write' : 'read';
  await delivery.openRepository(target.repository, access, credentials);
  await exchange({ req, res }, request, options.backend);
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
