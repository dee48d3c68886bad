import { DeliveryFinding } from '@modelyard/plugin-model-delivery-common';

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}

/** The status of an answer, when the error is one. */
export function statusOf(cause: unknown): number | undefined {
  const status = property(cause, 'statusCode');
  return typeof status === 'number' ? status : undefined;
}

/**
 * The fields that a refused request names (`error.fields`), as findings.
 *
 * @returns undefined when the error names none
 */
export function fieldsOf(cause: unknown): DeliveryFinding[] | undefined {
  const fields = property(property(property(cause, 'body'), 'error'), 'fields');
  if (!Array.isArray(fields)) return undefined;
  const found = fields.flatMap((item): DeliveryFinding[] => {
    const field = property(item, 'path');
    const message = property(item, 'message');
    return typeof field === 'string' && typeof message === 'string'
      ? [{ severity: 'error', field, message }]
      : [];
  });
  return found.length ? found : undefined;
}
