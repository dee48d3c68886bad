import {
  AuditorService,
  AuditorServiceEvent,
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { Request, Response } from 'express';
import { GitHttpBackend, GitHttpResponse } from '../git/GitHttpBackend';
import { ReceivedObjects } from '../git/ReceivedObjects';
import { DeliveryService } from '../service/DeliveryService';
import { PushGuard } from '../service/PushGuard';
import { exchange, GitTarget } from './gitExchange';

/**
 * What pushes work with.
 */
export interface ServePushOptions {
  auditor: AuditorService;
  logger: LoggerService;
  delivery: DeliveryService;
  backend: GitHttpBackend;
  guard: PushGuard;
  objects: ReceivedObjects;
}

/** Git asks whether it may push before it sends much: nothing is pushed yet. */
const probeLength = '4';

/** Puts on record what became of a push, and reads again what it declares. */
async function conclude(
  finished: GitHttpResponse['finished'],
  event: AuditorServiceEvent,
  { repository }: GitTarget,
  { delivery, logger, objects }: ServePushOptions,
): Promise<void> {
  const checked = await finished;
  const landed = checked ? await objects.landed(checked.push) : [];
  const meta = {
    updates: checked?.push.updates,
    landed: landed.map(({ ref }) => ref),
  };
  if (checked?.verdict.error)
    logger.warn(
      `A push to ${repository} can't be checked: ${stringifyError(checked.verdict.error)}`,
    );
  if (landed.length === 0) {
    const reason = checked?.verdict.accepted
      ? ['Git refused it: main moved meanwhile, or history would change']
      : checked?.verdict.lines;
    const said = reason ?? ['Git refused what was sent'];
    await event.fail({ error: new Error(said.join(' ')), meta });
    return;
  }
  await event.success({ meta });
  try {
    await delivery.refresh(repository);
  } catch (error) {
    logger.warn(
      `What was pushed to ${repository} can't be indexed: ${stringifyError(error)}`,
    );
  }
}

/**
 * Takes a push, under the permission to deliver the service, and audits it.
 *
 * @throws NotFoundError or NotAllowedError before anything is taken
 */
export async function servePush(
  http: { req: Request; res: Response },
  target: GitTarget,
  credentials: BackstageCredentials,
  options: ServePushOptions,
): Promise<void> {
  const { auditor, backend, delivery, guard, logger } = options;
  const { repository, user } = target;
  if (http.req.headers['content-length'] === probeLength) {
    await delivery.openRepository(repository, 'write', credentials);
    await exchange(http, target, backend);
    return;
  }
  const event = await auditor.createEvent({
    eventId: 'repository-push',
    severityLevel: 'medium',
    meta: { repository, user },
  });
  let started = false;
  try {
    const service = await delivery.openRepository(
      repository,
      'write',
      credentials,
    );
    const inspect = guard.inspector(change =>
      delivery.authorizeChange(service, change, credentials),
    );
    await exchange(http, { ...target, inspect }, backend, finished => {
      started = true;
      return conclude(finished, event, target, options).catch(error =>
        logger.error(`A push can't be put on record: ${stringifyError(error)}`),
      );
    });
  } catch (error) {
    if (!started) await event.fail({ error: new Error(stringifyError(error)) });
    throw error;
  }
}
