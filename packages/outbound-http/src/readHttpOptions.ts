import { durationToMilliseconds } from '@backstage/types';
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { isAddressRange } from './addressGuard';
import { OutboundOptions } from './OutboundHttp';

const defaults = {
  requestTimeoutMs: 30_000,
  answerBytes: 64 * 1024 * 1024,
  concurrency: 4,
  attempts: 4,
};
const mostConcurrency = 64;

/**
 * Reads the address of a server.
 *
 * @throws InputError naming the key
 * @public
 */
export function readAddress(
  config: Config,
  name: string,
  options: { key: string; fallback?: string },
): string {
  const { key } = options;
  const text = config.getOptionalString(name) ?? options.fallback;
  if (text === undefined)
    throw new InputError(
      `${key}.${name} is missing; write the address of the server, such as https://server.example.com`,
    );
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw new InputError(
      `${key}.${name}: "${text}" is not an address; start it with https:// or http://`,
    );
  if (url.username || url.password)
    throw new InputError(
      `${key}.${name} carries a user or password; put them under ${key}.auth`,
    );
  return text;
}

/**
 * The `authorization` header of a source; undefined when it has no `auth`.
 *
 * @public
 */
export function readAuthorization(
  config: Config,
  key: string,
): string | undefined {
  const auth = config.getOptionalConfig('auth');
  if (!auth) return undefined;
  const type = auth.getString('type');
  if (type === 'bearer') return `Bearer ${auth.getString('token')}`;
  if (type !== 'basic')
    throw new InputError(
      `${key}.auth.type: "${type}" is not known; write bearer or basic`,
    );
  const pair = `${auth.getString('username')}:${auth.getString('password')}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

/**
 * Reads a whole number of at least 1.
 *
 * @throws InputError naming the key
 * @public
 */
export function readCount(
  config: Config,
  name: string,
  options: { key: string; fallback: number; most: number },
): number {
  const value = config.getOptionalNumber(name) ?? options.fallback;
  if (Number.isInteger(value) && value >= 1 && value <= options.most)
    return value;
  throw new InputError(
    `${options.key}.${name}: ${value} is out of range; write a whole number from 1 to ${options.most}`,
  );
}

/**
 * Reads a duration that is not negative.
 *
 * @returns milliseconds
 * @throws InputError naming the key
 * @public
 */
export function readDuration(
  config: Config,
  name: string,
  options: { key: string; fallbackMs: number; example: string },
): number {
  const { key, fallbackMs, example } = options;
  if (!config.has(name)) return fallbackMs;
  let ms: number;
  try {
    ms = durationToMilliseconds(readDurationFromConfig(config, { key: name }));
  } catch (error) {
    throw new InputError(
      `${key}.${name} is not a duration; write such as ${example}`,
      error,
    );
  }
  if (ms >= 0) return ms;
  throw new InputError(`${key}.${name} is negative; write such as ${example}`);
}

function readRequestTimeout(
  config: Config,
  key: string,
  fallbackMs: number,
): number {
  const name = 'limits.requestTimeout';
  const example = '{ seconds: 30 }';
  const timeoutMs = readDuration(config, name, { key, fallbackMs, example });
  if (timeoutMs > 0) return timeoutMs;
  throw new InputError(
    `${key}.${name} is not longer than nothing; write such as ${example}`,
  );
}

/**
 * Reads `allowedAddresses`; throws InputError naming the key.
 *
 * @public
 */
export function readAllowedAddresses(config: Config, key: string): string[] {
  const ranges = config.getOptionalStringArray('allowedAddresses') ?? [];
  const wrong = ranges.find(range => !isAddressRange(range));
  if (wrong === undefined) return ranges;
  throw new InputError(
    `${key}.allowedAddresses: "${wrong}" is not a range; write such as 169.254.10.0/24`,
  );
}

/**
 * Where the configuration of a source stands.
 *
 * @public
 */
export interface HttpConfigContext {
  config: Config;
  /** Key of `config`, for messages. */
  configKey: string;
}

/**
 * What holds where the configuration says nothing.
 *
 * @public
 */
export interface HttpOptionsFallback {
  baseUrl?: string;
  concurrency?: number;
  requestTimeoutMs?: number;
  answerBytes?: number;
}

/**
 * Reads what every source has that is reached over HTTP: `baseUrl`, `auth`,
 * `concurrency`, `limits` and `allowedAddresses`.
 *
 * @throws InputError naming the key that is wrong
 * @public
 */
export function readHttpOptions(
  context: HttpConfigContext,
  fallback: HttpOptionsFallback = {},
): OutboundOptions {
  const { config, configKey: key } = context;
  const authorization = readAuthorization(config, key);
  return {
    baseUrl: readAddress(config, 'baseUrl', {
      key,
      fallback: fallback.baseUrl,
    }),
    ...(authorization && { headers: { authorization } }),
    concurrency: readCount(config, 'concurrency', {
      key,
      fallback: fallback.concurrency ?? defaults.concurrency,
      most: mostConcurrency,
    }),
    timeoutMs: readRequestTimeout(
      config,
      key,
      fallback.requestTimeoutMs ?? defaults.requestTimeoutMs,
    ),
    attempts: readCount(config, 'limits.attempts', {
      key,
      fallback: defaults.attempts,
      most: 10,
    }),
    maxBytes: readCount(config, 'limits.answerBytes', {
      key,
      fallback: fallback.answerBytes ?? defaults.answerBytes,
      most: 1024 * 1024 * 1024,
    }),
    allowedAddresses: readAllowedAddresses(config, key),
  };
}
