import { resolve } from 'node:path';
import { readSchedulerServiceTaskScheduleDefinitionFromConfig } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { list, refuse, root } from './configKeys';
import { readIssuers, readProducers } from './readProducers';
import { EvidenceFolder, RoleConfig, ScorecardConfig } from './ScorecardConfig';

const environmentPattern = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

function readFolders(config: Config): EvidenceFolder[] {
  return list(config, 'evidence.folders').map(({ at, item }) => {
    const redate = item.getOptionalString('redate');
    if (redate !== undefined && redate !== 'first-start')
      refuse(`${at}.redate`, 'the only value is first-start');
    return {
      target: resolve(item.getString('target')),
      redate: redate !== undefined,
    };
  });
}

function readRoles(config: Config): RoleConfig[] {
  return list(config, 'review.roles').map(({ at, item }) => {
    const groups = item.getStringArray('groups').map(ref => {
      try {
        return stringifyEntityRef(
          parseEntityRef(ref, {
            defaultKind: 'group',
            defaultNamespace: 'default',
          }),
        );
      } catch {
        return refuse(`${at}.groups`, `${ref} is no entity ref of a group`);
      }
    });
    if (!groups.length) refuse(`${at}.groups`, 'must not be empty');
    return { name: item.getString('name'), groups };
  });
}

function readEnvironments(config: Config): string[] {
  const names = config.getOptionalStringArray('environments') ?? [
    'dev',
    'staging',
    'prod',
  ];
  const bad = names.find(name => !environmentPattern.test(name));
  if (bad !== undefined || !names.length)
    refuse('environments', `"${bad ?? ''}" is no name of an environment`);
  return names;
}

function readMaxBytes(config: Config): number {
  const key = 'evidence.maxBytes';
  const maxBytes = config.getOptionalNumber(key) ?? 100_000_000;
  if (!Number.isInteger(maxBytes) || maxBytes < 1_000_000)
    refuse(key, 'must be a whole number of at least 1000000');
  return maxBytes;
}

function readValidity(config: Config): number {
  const key = 'signing.validFor';
  if (!config.has(key)) return 7 * 86_400_000;
  const validFor = durationToMilliseconds(
    readDurationFromConfig(config, { key }),
  );
  if (validFor < 60_000) refuse(key, 'must be at least a minute');
  return validFor;
}

function readPackTarget(config: Config): string {
  const packs = list(config, 'packs');
  if (packs.length !== 1)
    refuse(
      'packs',
      `must name one check pack, such as [{ target: ./packs/default.yaml }]; it names ${packs.length}`,
    );
  const target = packs[0].item.getString('target');
  return /^https?:/.test(target) ? target : resolve(target);
}

/**
 * Reads `modelScorecard`.
 *
 * @param production - whether the process runs with NODE_ENV=production
 * @throws InputError naming the key that is wrong
 */
export function readScorecardConfig(
  rootConfig: Config,
  production: boolean,
): ScorecardConfig {
  const config = rootConfig.getConfig(root);
  const exampleReviews = config.getOptionalBoolean('examples.reviews') ?? false;
  if (exampleReviews && production)
    refuse(
      'examples.reviews',
      'example reviews are not allowed with NODE_ENV=production, because nobody has made these decisions; remove the key',
    );
  const keyFile = config.getOptionalString('signing.keyFile');
  if (keyFile === undefined && production)
    refuse(
      'signing.keyFile',
      'is needed with NODE_ENV=production; name a file with an ECDSA P-256 private key in PEM (PKCS 8)',
    );
  return {
    packTarget: readPackTarget(config),
    environments: readEnvironments(config),
    evidence: {
      directory: resolve(
        config.getOptionalString('evidence.directory') ?? '.modelyard/evidence',
      ),
      maxBytes: readMaxBytes(config),
      folders: readFolders(config),
      producers: readProducers(config),
      issuers: readIssuers(config),
    },
    exampleReviews,
    roles: readRoles(config),
    signing: {
      keyFile: resolve(keyFile ?? '.modelyard/keys/verdict.pem'),
      mayCreate: !production,
      validForMs: readValidity(config),
      revokedKeys: config.getOptionalStringArray('signing.revokedKeys') ?? [],
    },
    schedule: config.has('schedule')
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          config.getConfig('schedule'),
        )
      : {
          frequency: { minutes: 5 },
          timeout: { minutes: 4 },
          initialDelay: { seconds: 3 },
        },
  };
}
