import { useRef } from 'react';
import { FieldErrors } from '../form/fieldErrors';

type Values = Record<string, unknown>;

/**
 * The errors of the last attempt to go on, without those of fields that were
 * changed since: the form keeps them until the next attempt.
 */
export function useFreshErrors(
  errors: FieldErrors | undefined,
  values: Values,
): FieldErrors {
  // The form hands over equal errors as ever new objects.
  const text = JSON.stringify(errors);
  const told = useRef({ text, values });
  if (told.current.text !== text) told.current = { text, values };
  const then = told.current.values;
  const isFresh = (key: string) =>
    key === '__errors' ||
    JSON.stringify(then[key]) === JSON.stringify(values[key]);
  return Object.fromEntries(
    Object.entries(errors ?? {}).filter(([key]) => isFresh(key)),
  );
}
