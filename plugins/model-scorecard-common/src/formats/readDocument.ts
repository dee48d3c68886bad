import { z } from 'zod';
import { FieldProblem, jsonPointer } from '../json/jsonPointer';

/** Outcome of {@link readDocument}. */
export type DocumentReading<T> =
  { ok: true; value: T } | { ok: false; problems: FieldProblem[] };

/**
 * Reads a document by a schema; problems name their place as JSON Pointers.
 * Schemas of formats are loose: tools add members all the time.
 */
export function readDocument<T>(
  schema: z.ZodType<T>,
  document: unknown,
): DocumentReading<T> {
  const parsed = schema.safeParse(document);
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    problems: parsed.error.issues.map(issue => ({
      path: jsonPointer(issue.path),
      message: issue.message,
    })),
  };
}

/** Whether a document is an object with all of these members. */
export function hasMembers(
  document: unknown,
  ...names: string[]
): document is Record<string, unknown> {
  return (
    typeof document === 'object' &&
    document !== null &&
    !Array.isArray(document) &&
    names.every(name => Object.hasOwn(document, name))
  );
}

/**
 * Why a version is not one that the format was tested with; undefined when it is.
 *
 * @param known - release lines such as `0.15` (any patch of it) or `2`
 */
export function unknownVersion(
  tool: string,
  version: string,
  known: readonly string[],
): string | undefined {
  const isKnown = known.some(
    line => version === line || version.startsWith(`${line}.`),
  );
  return isKnown
    ? undefined
    : `${tool} ${version} is not a version whose reports are known; known: ${known.join(', ')}`;
}

/** A time in UTC ISO 8601; undefined for what is no time. */
export function toInstant(value: string | number | undefined) {
  if (value === undefined) return undefined;
  const time = new Date(value);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
