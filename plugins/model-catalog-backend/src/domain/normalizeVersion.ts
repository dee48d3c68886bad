import { SourceVersion } from '@modelyard/plugin-model-catalog-node';
import { DateTime } from 'luxon';
import { contentMarks, detailHash, VersionDraft } from './contentMarks';
import { fullRef } from './fullRef';
import { InvalidItem } from './InvalidItem';
import { VersionRecord } from './records';
import { isWebAddress, sanitizeUri } from './sanitizeUri';
import { versionDigest } from './versionDigest';

interface NormalizeVersionOptions {
  sourceId: string;
  /** JSON Pointer of the version in its item. */
  field: string;
}

function utc(text: string, field: string): string {
  const time = DateTime.fromISO(text, { zone: 'utc' });
  if (!time.isValid)
    throw new InvalidItem(
      `"${text}" is not a time; write it as ISO 8601, such as 2026-11-12T09:30:00Z`,
      field,
    );
  return time.toISO({ suppressMilliseconds: false });
}

function webAddress(uri: string | undefined): string | undefined {
  return uri && isWebAddress(uri) ? sanitizeUri(uri) : undefined;
}

function normalizeRun(run: SourceVersion['run']): VersionDraft['run'] {
  const url = webAddress(run?.url);
  if (!url && !run?.commit) return undefined;
  return { url, commit: run?.commit };
}

/** Rebuilt key by key, so that the order of a registry's answer plays no part. */
function normalizeContent(version: SourceVersion, field: string) {
  const bad = version.metrics.findIndex(m => !Number.isFinite(m.value));
  if (bad !== -1)
    throw new InvalidItem(
      'a metric is a finite number; leave out what could not be measured',
      `${field}/metrics/${bad}/value`,
    );
  return {
    artifacts: version.artifacts.map(a => ({
      uri: sanitizeUri(a.uri),
      digest: a.digest,
      sizeBytes: a.sizeBytes,
      format: a.format,
    })),
    metrics: version.metrics.map(m => ({
      name: m.name,
      value: m.value,
      higherIsBetter: m.higherIsBetter,
      dataset: m.dataset,
      split: m.split,
      n: m.n,
    })),
    params: Object.fromEntries(
      Object.entries(version.params).sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    datasets: version.datasets.map(d => ({
      name: d.name,
      digest: d.digest,
      role: d.role,
    })),
  };
}

/**
 * Makes a version of a source ready to be stored.
 *
 * @throws InvalidItem when it can't be stored
 */
export function normalizeVersion(
  version: SourceVersion,
  options: NormalizeVersionOptions,
): VersionRecord {
  const { sourceId, field } = options;
  const createdAt = utc(version.createdAt, `${field}/createdAt`);
  const uri = version.uri ? sanitizeUri(version.uri) : undefined;
  const content = normalizeContent(version, field);
  const digest = version.digest
    ? { digest: version.digest.value, digestKind: version.digest.kind }
    : versionDigest(content.artifacts, {
        sourceId,
        nativeId: version.nativeId,
        uri,
        runId: version.run?.id,
        createdAt,
      });
  const draft: VersionDraft = {
    nativeId: version.nativeId,
    version: version.version,
    createdAt,
    createdBy: version.createdBy
      ? fullRef(version.createdBy, `${field}/createdBy`, {
          kind: 'user',
          namespace: 'default',
        })
      : undefined,
    status: version.status,
    stage: version.stage,
    ...digest,
    ...content,
    run: normalizeRun(version.run),
    links: (version.links ?? []).flatMap(({ url, title }) => {
      const address = webAddress(url);
      return address ? [{ url: address, title }] : [];
    }),
    card: version.card,
    uri,
    isPartial: version.isPartial ?? false,
  };
  return {
    ...draft,
    marks: contentMarks(draft),
    detailHash: detailHash(draft),
  };
}
