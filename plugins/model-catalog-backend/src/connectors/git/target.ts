import { InputError } from '@backstage/errors';
import {
  readAllowedAddresses,
  readAuthorization,
} from '@modelyard/outbound-http';
import { ModelConnectorContext } from '@modelyard/plugin-model-catalog-node';
import { createHash } from 'node:crypto';
import { realpath, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RemoteOptions } from './GitClone';
import { isInside } from './isInside';

/** What a source reads: a folder of the machine, or a folder of a repository. */
export type Target =
  | { type: 'folder'; path: string }
  | { type: 'repository'; remote: RemoteOptions; folder: string };

/** Protocols of a remote; `ext::` and the like would run programs. */
const remotePattern =
  /^(https?|ssh|file):\/\/[^\s]+$|^[\w.-]+@[\w.-]+:[^\s:]+$/i;

function readFolder(target: string, refuse: (why: string) => never): Target {
  if (target.includes('\0')) refuse('contains a NUL character; remove it');
  if (target.split(/[\\/]/).includes('..'))
    refuse(
      'leads upwards through ".."; write an absolute path, or one below the folder in which the backend runs',
    );
  return { type: 'folder', path: target };
}

function readRemote(url: string, context: ModelConnectorContext): Target {
  const { config, configKey: key, sourceId } = context;
  const refuse = (name: string, why: string): never => {
    throw new InputError(`${key}.${name}: ${why}`);
  };
  if (/^[a-z+]+:\/\/[^/@]*:[^/@]*@/i.test(url))
    refuse('target', `carries a password; put it under ${key}.auth`);
  const ref = config.getOptionalString('ref');
  if (ref !== undefined && !/^[\w][\w./-]*$/.test(ref))
    refuse('ref', `"${ref}" is no branch or tag; write such as main`);
  const folder = (config.getOptionalString('path') ?? '').replace(
    /^\.?\/+|\/+$/g,
    '',
  );
  if (folder.split('/').includes('..'))
    refuse(
      'path',
      `"${folder}" leads upwards; name a folder of the repository`,
    );
  const hash = createHash('sha256').update(`${url} ${ref}`).digest('hex');
  return {
    type: 'repository',
    folder,
    remote: {
      url,
      ref,
      directory:
        config.getOptionalString('directory') ??
        path.join(
          ...[
            tmpdir(),
            'modelyard-sources',
            `${sourceId}-${hash.slice(0, 12)}`,
          ],
        ),
      authorization: readAuthorization(config, key),
      allowedAddresses: readAllowedAddresses(config, key),
    },
  };
}

/** Keys that say how a registry is reached over HTTP; Git has none of that. */
const httpKeys = ['baseUrl', 'concurrency', 'limits', 'pageSize'];
/** Keys that say how a repository is reached. */
const remoteKeys = ['ref', 'path', 'auth', 'allowedAddresses'];

/** @throws InputError for a key that would have no effect */
function refuseKeys(
  { config, configKey: key }: ModelConnectorContext,
  keys: string[],
  why: string,
): void {
  const vain = keys.find(name => config.has(name));
  if (vain !== undefined)
    throw new InputError(`${key}.${vain} has no effect here: ${why}`);
}

/**
 * Reads what a source names: a folder, absolute or relative to the folder in
 * which the backend runs and below it, or the address of a repository.
 *
 * @throws InputError naming the key
 */
export function readTarget(context: ModelConnectorContext): Target {
  const target = context.config.getString('target');
  const refuse = (why: string): never => {
    throw new InputError(`${context.configKey}.target: "${target}" ${why}`);
  };
  refuseKeys(
    context,
    httpKeys,
    'sources of type git are read by one git command at a time, as long as schedule.timeout allows; remove it',
  );
  if (remotePattern.test(target)) return readRemote(target, context);
  if (/^[a-z][a-z0-9+.-]+:/i.test(target))
    refuse(
      'is no address that is read; write https://…, ssh://… or user@host:path',
    );
  refuseKeys(
    context,
    remoteKeys,
    'the target is a folder; remove it, or name a repository',
  );
  return readFolder(target, refuse);
}

/**
 * Real path of a source's folder.
 *
 * @throws InputError when there is none, or a relative target leads out of the
 *   working directory through a link
 */
export async function resolveRoot(target: string): Promise<string> {
  const absolute = path.resolve(target);
  const root = await realpath(absolute).catch(() => undefined);
  if (root === undefined || !(await stat(root)).isDirectory())
    throw new InputError(
      `The target ${target} is not a folder; create it, or mend the source's target`,
    );
  const workingDirectory = await realpath(process.cwd());
  if (!path.isAbsolute(target) && !isInside(workingDirectory, root))
    throw new InputError(
      `The target ${target} leads out of the working directory through a link; write the absolute path`,
    );
  return root;
}
