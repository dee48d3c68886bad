function isEmptyObject(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length === 0
  );
}

/**
 * The values of a form without what nobody entered: forms leave empty texts and
 * objects where a field was shown and nothing was typed. Lists stay, for an
 * empty list says something else than none.
 *
 * @public
 */
export function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, field]) => [key, withoutEmpty(field)] as const)
      .filter(
        ([, field]) =>
          field !== '' && field !== undefined && !isEmptyObject(field),
      ),
  );
}
