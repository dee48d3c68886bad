import {
  isWebAddress,
  namesSecret,
  removedSecret,
  sanitizeUri,
} from '@modelyard/plugin-model-catalog-common';
import { SourceVersion } from '@modelyard/plugin-model-catalog-node';
import { DateTime } from 'luxon';
import { contentMarks, detailHash, VersionDraft } from './contentMarks';
import { fullRef } from './fullRef';
import { InvalidItem } from './InvalidItem';
import { VersionRecord } from './records';
import { shorten } from './cleanTexts';
import { allowedLabels } from './labels';
import { SourceIntake } from './SourceIntake';
import { versionDigest } from './versionDigest';

const maxLine = 255;
const maxCard = 256 * 1024;
const maxParam = 4000;
const maxListed = 2000;

interface NormalizeVersionOptions {
  intake: SourceIntake;
  /** JSON Pointer of the version in its item. */
  field: string;
}

const plainUtc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Whether a time is written as it is stored; so most are, and need no parsing. */
function isStoredForm(text: string): boolean {
  if (!plainUtc.test(text)) return false;
  const time = new Date(text);
  return !Number.isNaN(time.getTime()) && time.toISOString() === text;
}

function utc(text: string, field: string): string {
  if (isStoredForm(text)) return text;
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

const maxRunId = 255;

function normalizeRun(run: SourceVersion['run']): VersionDraft['run'] {
  const id = run?.id?.slice(0, maxRunId) || undefined;
  const url = webAddress(run?.url);
  if (!id && !url && !run?.commit) return undefined;
  return { id, url, commit: run?.commit };
}

function legalVersion(version: string, field: string): string {
  if (version && version.length <= maxLine && !/[\s/]/.test(version))
    return version;
  throw new InvalidItem(
    `"${version.slice(0, 80)}" is no name of a version; use 1 to ${maxLine} characters without white space and "/"`,
    `${field}/version`,
  );
}

/** A parameter's value; one that is an address loses what could let somebody in. */
function cleanParam([key, value]: [string, string]): [string, string] {
  if (namesSecret(key)) return [key, removedSecret];
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(value)
    ? sanitizeUri(value)
    : value;
  return [key, text.slice(0, maxParam)];
}

function refuseTooMany(version: SourceVersion, field: string) {
  for (const list of ['metrics', 'artifacts', 'datasets'] as const)
    if (version[list].length > maxListed)
      throw new InvalidItem(
        `has ${version[list].length} ${list}, the limit is ${maxListed}; leave out what nobody reads`,
        `${field}/${list}`,
      );
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
      Object.entries(version.params)
        .slice(0, maxListed)
        .map(cleanParam)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
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
  const { intake, field } = options;
  refuseTooMany(version, field);
  const createdAt =
    version.extent === 'head' && version.createdAt === undefined
      ? ''
      : utc(version.createdAt ?? '', `${field}/createdAt`);
  const uri = version.uri ? sanitizeUri(version.uri) : undefined;
  const content = normalizeContent(version, field);
  const digest = version.digest
    ? { digest: version.digest.value, digestKind: version.digest.kind }
    : versionDigest(content.artifacts, {
        sourceId: intake.sourceId,
        nativeId: version.nativeId,
        uri,
        runId: version.run?.id,
        createdAt,
      });
  const draft: VersionDraft = {
    nativeId: version.nativeId,
    version: legalVersion(version.version, field),
    createdAt,
    createdBy: version.createdBy
      ? fullRef(version.createdBy, `${field}/createdBy`, {
          kind: 'user',
          namespace: 'default',
        })
      : undefined,
    status: version.status,
    stage: version.stage?.slice(0, maxLine),
    ...digest,
    ...content,
    run: normalizeRun(version.run),
    links: (version.links ?? []).flatMap(({ url, title }) => {
      const address = webAddress(url);
      return address ? [{ url: address, title }] : [];
    }),
    card: version.card && shorten(version.card, maxCard),
    uri,
    labels: allowedLabels(version.labels, intake),
    extent: version.extent ?? 'whole',
  };
  return {
    ...draft,
    marks: contentMarks(draft),
    detailHash: detailHash(draft),
  };
}
