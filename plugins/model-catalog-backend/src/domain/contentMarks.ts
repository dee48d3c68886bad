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

/** A version before its hashes are known. */
export type VersionDraft = Omit<VersionRecord, 'marks' | 'detailHash'>;

/** One short hash per field of the content, in a row. */
export function contentMarks(version: VersionDraft): string {
  return contentFields
    .map(field =>
      sha256(JSON.stringify(version[field] ?? null)).slice(0, markLength),
    )
    .join('');
}

/** Names of the fields in which two rows of marks differ. */
export function differingFields(left: string, right: string): string[] {
  return contentFields.filter((_field, index) => {
    const from = index * markLength;
    return (
      left.slice(from, from + markLength) !==
      right.slice(from, from + markLength)
    );
  });
}

/** Hash of what a registry may change on a version without making another one. */
export function detailHash(version: VersionDraft): string {
  const { status, stage, links, card, uri } = version;
  return sha256(JSON.stringify([status, stage, links, card, uri]));
}
