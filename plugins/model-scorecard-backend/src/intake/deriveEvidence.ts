import {
  canonicalJson,
  CanonicalRecord,
  digestOf,
  headingsOf,
  StoredEvidence,
} from '@modelyard/plugin-model-scorecard-common';
import { RegistryVersion } from '../catalog/VersionDirectory';
import { ReadReport, toDocument } from './reportParts';

const derivedFormat = 'model-catalog/1';

/** SPDX licence ids of an expression; exceptions after `WITH` are none. */
export function licensesOf(expression: string): string[] {
  const words = expression
    .replace(/\bWITH\s+\S+/gi, ' ')
    .replace(/[()]/g, ' ')
    .split(/\s+(?:AND|OR)\s+|\s*,\s*/i)
    .map(word => word.trim())
    .filter(Boolean);
  return [...new Set(words)];
}

function toReport(
  version: RegistryVersion,
  at: string,
  kind: string,
  claims: CanonicalRecord['claims'],
): ReadReport {
  const { ref, version: name, digest, sourceId } = version;
  const record: CanonicalRecord = {
    kind,
    format: derivedFormat,
    tool: { name: 'model-catalog', version: '1' },
    producedAt: at,
    metrics: [],
    claims,
  };
  return {
    version: { ref, version: name },
    named: [],
    digests: [[digest]],
    records: [{ record, problems: [] }],
    trust: 'manual',
    producer: { issuer: 'model-catalog', sub: sourceId },
    document: toDocument(canonicalJson(record)),
  };
}

/** Whether anything that evidence is derived from differs from last time. */
export function derivationKey({ digest, license }: RegistryVersion): string {
  return digestOf({ digest, license });
}

/**
 * Evidence of kinds `license` and `card` that follows from what the registry says
 * about a version, where it differs from what was derived before. A registry that
 * never said anything gives none; a licence that was taken back is `NOASSERTION`.
 *
 * @param at - when the registry was read, UTC ISO 8601
 */
export function deriveEvidence(
  version: RegistryVersion,
  card: string | undefined,
  before: StoredEvidence[],
  at: string,
): ReadReport[] {
  const derived = before.filter(({ format }) => format === derivedFormat);
  const license = version.license && licensesOf(version.license);
  const hadLicense = derived.some(({ kind }) => kind === 'license');
  const wanted: [string, CanonicalRecord['claims']][] = [];
  if (license) wanted.push(['license', { license }]);
  else if (hadLicense) wanted.push(['license', { license: ['NOASSERTION'] }]);
  if (card !== undefined)
    wanted.push(['card', { present: true, headings: headingsOf(card) }]);
  return wanted
    .filter(([kind, claims]) => {
      const latest = derived
        .filter(record => record.kind === kind)
        .reduce<StoredEvidence | undefined>(
          (a, b) => (a && a.producedAt > b.producedAt ? a : b),
          undefined,
        );
      return canonicalJson(latest?.claims) !== canonicalJson(claims);
    })
    .map(([kind, claims]) => toReport(version, at, kind, claims));
}
