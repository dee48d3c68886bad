/** What a source holds, or would lose. */
export interface Holdings {
  models: number;
  versions: number;
}

/** Removals up to here are always believed, however few there are in all. */
const fewRemovals = 10;

/**
 * Whether so much is gone at once that a person has to look first: an empty
 * answer of a registry must not empty the catalog. So is all of several models.
 *
 * @param limit - share of what is stored, from 0 to 1
 */
export function needsConsent(
  removed: Holdings,
  living: Holdings,
  limit: number,
): boolean {
  if (removed.models === living.models && living.models > 1) return true;
  const isTooMuch = (gone: number, all: number) =>
    gone > fewRemovals && gone > limit * all;
  return (
    isTooMuch(removed.models, living.models) ||
    isTooMuch(removed.versions, living.versions)
  );
}

/** What is held back, in one sentence with the remedy. */
export function describeHeld(removed: Holdings, living: Holdings): string {
  return `The source no longer lists ${removed.models} of ${living.models} models and ${removed.versions} of ${living.versions} versions. Nothing was removed; check the source, then sync it with "accept removals" if that is right`;
}
