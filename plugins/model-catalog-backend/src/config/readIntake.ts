import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { isEntityRef } from '@modelyard/plugin-model-catalog-common';
import { OwnerRule, OwnerRules } from '../domain/ownerRules';
import { fitsAny } from '../domain/patterns';
import { SourceIntake } from '../domain/SourceIntake';
import { sha256 } from '../domain/versionDigest';
import { readPatterns } from './readPatterns';

/** Moves when the same source would be stored differently by a newer release. */
const intakeVersion = 1;

/** Keys that say how a source is reached and when, not what is stored of it. */
const passingKeys = new Set([
  'auth',
  'schedule',
  'concurrency',
  'limits',
  'allowedAddresses',
  'removals',
  'webhookSecret',
]);

/** The ref that a text names, a group unless it says otherwise; absent when none. */
function toGroupRef(text: string): string | undefined {
  try {
    const ref = stringifyEntityRef(
      parseEntityRef(text, {
        defaultKind: 'group',
        defaultNamespace: DEFAULT_NAMESPACE,
      }),
    );
    return isEntityRef(ref.replace(/\$?\{value\}/g, 'x')) ? ref : undefined;
  } catch {
    return undefined;
  }
}

function readGroup(config: Config, name: string, key: string): string {
  const group = config.getString(name);
  const ref = toGroupRef(group);
  if (ref !== undefined) return ref;
  throw new InputError(
    `${key}.${name}: "${group}" is not an entity ref; write such as group:default/risk-ml, with $\${value} for what was matched`,
  );
}

function readRule(config: Config, key: string): OwnerRule {
  const match = config.getConfig('match');
  const group = readGroup(config, 'group', key);
  const [tag, name, path] = ['tag', 'name', 'path'].map(by =>
    match.getOptionalString(by),
  );
  const given = [tag, name, path].filter(value => value !== undefined);
  if (given.length !== 1)
    throw new InputError(
      `${key}.match: write one of tag, name and path; tag may have a pattern under value`,
    );
  if (tag === undefined && match.has('value'))
    throw new InputError(
      `${key}.match.value is the pattern of a tag's value; write the pattern of a name or path under its own key`,
    );
  if (tag !== undefined)
    return { by: { tag }, pattern: match.getOptionalString('value'), group };
  return name !== undefined
    ? { by: 'name', pattern: name, group }
    : { by: 'path', pattern: path, group };
}

function readOwner(config: Config, key: string): OwnerRules {
  const owner = config.getOptionalConfig('owner');
  if (!owner) return { rules: [] };
  const rules = owner.getOptionalConfigArray('rules') ?? [];
  return {
    rules: rules.map((rule, index) =>
      readRule(rule, `${key}.owner.rules[${index}]`),
    ),
    ...(owner.has('default') && {
      fallback: readGroup(owner, 'default', `${key}.owner`),
    }),
  };
}

function fingerprintOf(config: Config): string {
  const kept = config.keys().filter(key => !passingKeys.has(key));
  const values = kept.sort().map(key => [key, config.get(key)]);
  return sha256(JSON.stringify([intakeVersion, values])).slice(0, 12);
}

/**
 * Reads what a source takes in: `include`, `exclude`, `tags` and `owner`.
 *
 * @throws InputError naming the key that is wrong
 */
export function readIntake(
  config: Config,
  options: { sourceId: string; key: string },
): SourceIntake {
  const { sourceId, key } = options;
  const include = readPatterns(config, 'include', key);
  const exclude = readPatterns(config, 'exclude', key);
  const tags = readPatterns(config, 'tags', key);
  return {
    sourceId,
    accepts: title =>
      (include.length === 0 || fitsAny(title, include)) &&
      !fitsAny(title, exclude),
    allowsLabel: name => fitsAny(name, tags),
    owner: readOwner(config, key),
    fingerprint: fingerprintOf(config),
  };
}

const defaultRemovalLimit = 0.3;

/**
 * Reads `removals.limit`: the share of a source that may vanish at once.
 *
 * @throws InputError naming the key
 */
export function readRemovalLimit(config: Config, key: string): number {
  const limit =
    config.getOptionalNumber('removals.limit') ?? defaultRemovalLimit;
  if (limit >= 0 && limit <= 1) return limit;
  throw new InputError(
    `${key}.removals.limit: ${limit} is not a share; write a number from 0 to 1, such as ${defaultRemovalLimit}`,
  );
}
