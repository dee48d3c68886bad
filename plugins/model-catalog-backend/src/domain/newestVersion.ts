import { VersionRecord } from './records';

/** The version that was made last; of two made at once, the one listed later. */
export function newestVersion(
  versions: Pick<VersionRecord, 'version' | 'createdAt'>[],
): Pick<VersionRecord, 'version' | 'createdAt'> | undefined {
  return versions.reduce<(typeof versions)[number] | undefined>(
    (newest, version) =>
      newest && newest.createdAt > version.createdAt ? newest : version,
    undefined,
  );
}
