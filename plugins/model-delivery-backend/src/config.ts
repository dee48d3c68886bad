import { resolve } from 'node:path';
import { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  ComputePrices,
  PlatformRules,
} from '@modelyard/plugin-model-delivery-common';
import { ConfiguredRemote } from './git/RemoteAccess';
import { readPrices, readRemotes, readRules } from './platformConfig';

const defaultDirectory = './.modelyard/git';
const defaultEnvironments = ['dev', 'staging', 'prod'];
const controllers = ['argocd', 'flux'] as const;

/**
 * `modelDelivery` of the configuration, checked.
 */
export interface DeliveryConfig {
  git: {
    /** Absolute path. */
    directory: string;
    timeoutMs: number;
    maxPushBytes: number;
    /** Longest check of a push. */
    hookMs: number;
    /** What looks like a secret and is none. */
    allowedSecrets: RegExp[];
    /** Git servers beside those of integrations. */
    remotes: ConfiguredRemote[];
  };
  /** Names that an environment may have, in the order of promotion. */
  environments: string[];
  controller: 'argocd' | 'flux';
  rules?: PlatformRules;
  prices?: ComputePrices;
  /** Where people open the portal, without a trailing slash. */
  appUrl: string;
}

function positive(config: RootConfigService, key: string, fallback: number) {
  const value = config.getOptionalNumber(key) ?? fallback;
  if (Number.isFinite(value) && value > 0) return value;
  throw new InputError(`Configuration ${key} must be a number above 0`);
}

function readPatterns(config: RootConfigService, key: string): RegExp[] {
  return (config.getOptionalStringArray(key) ?? []).map(text => {
    try {
      return new RegExp(text);
    } catch {
      throw new InputError(
        `Configuration ${key} has "${text}"; it must be a regular expression`,
      );
    }
  });
}

function readEnvironments(config: RootConfigService): string[] {
  const key = 'modelDelivery.environments';
  const names = config.getOptionalStringArray(key) ?? defaultEnvironments;
  const bad = names.find(
    name => !/^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$/.test(name),
  );
  if (bad !== undefined)
    throw new InputError(
      `Configuration ${key} has "${bad}"; an environment is lower-case letters, digits and dashes`,
    );
  if (names.length === 0 || new Set(names).size < names.length)
    throw new InputError(
      `Configuration ${key} must name at least one environment, and none twice`,
    );
  return names;
}

function readController(config: RootConfigService): 'argocd' | 'flux' {
  const key = 'modelDelivery.controller';
  const value = config.getOptionalString(key) ?? 'argocd';
  const known = controllers.find(name => name === value);
  if (known) return known;
  throw new InputError(
    `Configuration ${key} is "${value}"; it must be one of ${controllers.join(', ')}`,
  );
}

/**
 * Reads the configuration of delivery.
 *
 * @throws InputError naming the key that is wrong
 */
export function readDeliveryConfig(config: RootConfigService): DeliveryConfig {
  const type = config.getOptionalString('modelDelivery.git.type') ?? 'embedded';
  if (type !== 'embedded')
    throw new InputError(
      `Configuration modelDelivery.git.type is "${type}"; only "embedded" is known`,
    );
  return {
    git: {
      directory: resolve(
        config.getOptionalString('modelDelivery.git.directory') ??
          defaultDirectory,
      ),
      timeoutMs:
        positive(config, 'modelDelivery.git.timeoutSeconds', 120) * 1000,
      maxPushBytes:
        positive(config, 'modelDelivery.git.maxPushMegabytes', 25) *
        1024 *
        1024,
      hookMs: positive(config, 'modelDelivery.git.hookSeconds', 20) * 1000,
      allowedSecrets: readPatterns(config, 'modelDelivery.git.allowedSecrets'),
      remotes: readRemotes(config),
    },
    environments: readEnvironments(config),
    controller: readController(config),
    rules: readRules(config),
    prices: readPrices(config),
    appUrl: config.getString('app.baseUrl').replace(/\/+$/, ''),
  };
}
