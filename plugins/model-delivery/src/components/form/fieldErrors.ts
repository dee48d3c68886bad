import { DeliveryFinding } from '@modelyard/plugin-model-delivery-common';

/** What is wrong in a value and below it, as the form hands it to fields. */
export interface FieldErrors {
  __errors?: string[];
  [step: string]: FieldErrors | string[] | undefined;
}

/** Errors as the form hands them to a field. */
export function readErrors(value: unknown): FieldErrors | undefined {
  const isTree = (tree: unknown): tree is FieldErrors =>
    typeof tree === 'object' && tree !== null;
  return isTree(value) ? value : undefined;
}

/** The steps of a JSON Pointer. */
export function stepsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map(step => step.replace(/~1/g, '/').replace(/~0/g, '~'));
}

function below(errors: FieldErrors, step: string): FieldErrors | undefined {
  const next = Object.hasOwn(errors, step) ? errors[step] : undefined;
  return Array.isArray(next) ? undefined : next;
}

/** Errors of what lies at the given steps. */
export function errorsAt(
  errors: FieldErrors | undefined,
  ...steps: (string | number)[]
): FieldErrors | undefined {
  return steps.reduce<FieldErrors | undefined>(
    (at, step) => at && below(at, String(step)),
    errors,
  );
}

/** The first message about what lies at the given steps, not below it. */
export function errorAt(
  errors: FieldErrors | undefined,
  ...steps: (string | number)[]
): string | undefined {
  return errorsAt(errors, ...steps)?.__errors?.[0];
}

/** Findings as errors at their fields. */
export function toFieldErrors(
  findings: readonly DeliveryFinding[],
): FieldErrors {
  const root: FieldErrors = {};
  for (const { field, message } of findings) {
    if (field === undefined) continue;
    let at = root;
    for (const step of stepsOf(field)) {
      const next = below(at, step) ?? {};
      at[step] = next;
      at = next;
    }
    at.__errors = [...(at.__errors ?? []), message];
  }
  return root;
}

/** The errors of both, each message once. */
export function mergeErrors(one: FieldErrors, other: FieldErrors): FieldErrors {
  const { __errors: left = [], ...ofOne } = one;
  const { __errors: right = [], ...ofOther } = other;
  const messages = [...new Set([...left, ...right])];
  const merged: FieldErrors = messages.length ? { __errors: messages } : {};
  for (const step of new Set([
    ...Object.keys(ofOne),
    ...Object.keys(ofOther),
  ])) {
    merged[step] = mergeErrors(
      below(ofOne, step) ?? {},
      below(ofOther, step) ?? {},
    );
  }
  return merged;
}
