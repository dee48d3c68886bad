import { z } from 'zod';
import { Finding } from '../plan/types';
import { checkEnvironments } from './checkEnvironments';
import { checkMetadata } from './checkMetadata';
import { checkNames } from './checkNames';
import { checkText } from './checkText';
import { error, pointer } from './findings';
import { ServiceInput, serviceInputSchema } from './serviceInputSchema';

/**
 * Kinds of runtime that the planner can plan.
 *
 * @public
 */
export const availableRuntimes: readonly ServiceInput['runtime']['kind'][] = [
  'kserve',
];

/**
 * A service input that was checked, or what is wrong with it.
 *
 * @public
 */
export type CheckedServiceInput =
  | { input: ServiceInput; findings: [] }
  | { input?: undefined; findings: Finding[] };

function fromIssue(issue: z.core.$ZodIssue): Finding[] {
  const path = issue.path.map(step =>
    typeof step === 'symbol' ? String(step) : step,
  );
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key =>
      error(pointer(...path, key), 'is not a known field; remove it'),
    );
  }
  return [error(pointer(...path), issue.message)];
}

function checkRuntime(input: ServiceInput): Finding[] {
  const { kind } = input.runtime;
  if (availableRuntimes.includes(kind)) return [];
  const known = availableRuntimes.join(', ');
  return [
    error('/runtime/kind', `"${kind}" is not available yet; choose ${known}`),
  ];
}

function onePerField(findings: Finding[]): Finding[] {
  const seen = new Set<string | undefined>();
  return findings.filter(({ field }) => {
    if (seen.has(field)) return false;
    seen.add(field);
    return true;
  });
}

/**
 * Checks everything about a service input that needs no knowledge of the world
 * outside it: shape, names, quantities, pairs of modes, hostile text.
 *
 * @param value - anything; typically the body of a request or the form's values
 * @returns the typed input without findings, or one finding per wrong field,
 *   each an `error` with a JSON Pointer. It never throws.
 *
 * @public
 */
export function checkServiceInput(value: unknown): CheckedServiceInput {
  const parsed = serviceInputSchema.safeParse(value);
  if (!parsed.success) {
    return { findings: parsed.error.issues.flatMap(fromIssue) };
  }
  const input = parsed.data;
  const findings = onePerField([
    ...checkText(input),
    ...checkNames(input),
    ...checkRuntime(input),
    ...checkEnvironments(input),
    ...checkMetadata(input),
  ]);
  return findings.length ? { findings } : { input, findings: [] };
}
