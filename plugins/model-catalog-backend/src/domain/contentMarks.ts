import { sha256 } from './versionDigest';
import { VersionRecord } from './records';

/**
 * What makes the content of a version. None of it changes once it is stored; in
 * a fixed order, because the marks are compared by position.
 */
const contentFields = [
  'digest',
  'artifacts',
  'createdAt',
  'createdBy',
  'datasets',
  'metrics',
  'params',
  'run',
] as const;

const markLength = 16;

/** What the head of a version tells of its content; the rest is read later. */
const headFields = new Set<string>(['digest']);

/** Stands in a row of marks for a field that has not been read. */
const unread = '.'.repeat(markLength);

/** A version before its hashes are known. */
export type VersionDraft = Omit<VersionRecord, 'marks' | 'detailHash'>;

/** One short hash per field of the content, in a row. */
export function contentMarks(version: VersionDraft): string {
  return contentFields
    .map(field =>
      version.extent === 'head' && !headFields.has(field)
        ? unread
        : sha256(JSON.stringify(version[field] ?? null)).slice(0, markLength),
    )
    .join('');
}

/** Names of the fields in which two rows of marks differ, as far as both are read. */
export function differingFields(left: string, right: string): string[] {
  if (left === right) return [];
  return contentFields.filter((_field, index) => {
    const from = index * markLength;
    const [ours, theirs] = [left, right].map(marks =>
      marks.slice(from, from + markLength),
    );
    return ours !== theirs && ours !== unread && theirs !== unread;
  });
}

/** Hash of what a registry may change on a version without making another one. */
export function detailHash(version: VersionDraft): string {
  const { status, stage, links, card, uri, labels } = version;
  return sha256(JSON.stringify([status, stage, links, card, uri, labels]));
}
