import { z } from 'zod';
import { Finding } from '../plan/types';
import { checkEnvironments } from './checkEnvironments';
import { checkJob } from './checkJob';
import { checkMetadata } from './checkMetadata';
import { checkNames } from './checkNames';
import { checkPlatform } from './checkPlatform';
import { checkSecrets } from './checkSecrets';
import { checkText } from './checkText';
import { error, pointer } from './findings';
import { runtimeKeyOf, RuntimeOptions, runtimeOptions } from './runtimeOptions';
import { ServiceInput, serviceInputSchema } from './serviceInputSchema';

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
  const isMissing =
    issue.code === 'invalid_type' && issue.message.endsWith('undefined');
  return [
    error(
      pointer(...path),
      isMissing ? 'is missing; fill it in' : issue.message,
    ),
  ];
}

function checkRuntime(
  { runtime, image }: ServiceInput,
  options: RuntimeOptions,
): Finding[] {
  if (runtime.mode !== undefined && runtime.kind !== 'kserve') {
    return [error('/runtime/mode', `only "kserve" has modes; leave it out`)];
  }
  return options.image === 'required' && image === undefined
    ? [
        error(
          '/image',
          `${options.title} needs an image: registry/name@sha256:<64 hex digits>`,
        ),
      ]
    : [];
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
  const runtime = runtimeOptions[runtimeKeyOf(input.runtime)];
  const findings = onePerField([
    ...checkText(input),
    ...checkNames(input),
    ...checkRuntime(input, runtime),
    ...checkEnvironments(input, runtime),
    ...checkJob(input, runtime),
    ...checkPlatform(input, runtime),
    ...checkMetadata(input),
    ...checkSecrets(input),
  ]);
  return findings.length ? { findings } : { input, findings: [] };
}
