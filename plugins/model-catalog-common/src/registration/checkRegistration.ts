import { z } from 'zod';
import { checkText, withoutEmpty } from './checkText';
import { error, info, pointer, RegistrationFinding, warning } from './findings';
import {
  ModelRegistration,
  modelRegistrationSchema,
} from './modelRegistrationSchema';

/**
 * A registration that was checked, or what is wrong with it.
 *
 * @public
 */
export interface CheckedRegistration {
  /** Absent when a finding is an `error`. */
  registration?: ModelRegistration;
  findings: RegistrationFinding[];
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.input === undefined && issue.code === 'invalid_type')
    return 'is missing';
  if (issue.code === 'too_small' && issue.origin === 'string')
    return 'must not be empty';
  if (issue.code === 'too_big' && issue.origin === 'string')
    return `must have at most ${issue.maximum} characters`;
  return issue.message;
}

function fromIssue(issue: z.core.$ZodIssue): RegistrationFinding[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key =>
      error(pointer(...issue.path, key), 'is not a known field; remove it'),
    );
  return [error(pointer(...issue.path), messageOf(issue))];
}

function checkMetric(
  {
    value,
    minimum,
    maximum,
  }: NonNullable<ModelRegistration['metrics']>[number],
  field: string,
  hasVersion: boolean,
): RegistrationFinding[] {
  if (minimum !== undefined && maximum !== undefined && minimum > maximum)
    return [
      error(`${field}/maximum`, 'lies below the minimum; mend one of them'),
    ];
  if (!hasVersion)
    return value === undefined
      ? []
      : [
          error(
            `${field}/value`,
            'was measured on a version, and there is none; give its weights, or leave the value out',
          ),
        ];
  if (value === undefined)
    return [error(`${field}/value`, 'is missing: what the version reached')];
  const isMissed =
    value < (minimum ?? -Infinity) || value > (maximum ?? Infinity);
  return isMissed
    ? [
        warning(
          `${field}/value`,
          'misses what is wanted, so the checks of the change will fail',
        ),
      ]
    : [];
}

function checkTwice(
  names: string[],
  field: (index: number) => string,
): RegistrationFinding[] {
  return names.flatMap((name, index) =>
    names.indexOf(name) === index
      ? []
      : [error(field(index), `"${name}" stands here more than once`)],
  );
}

function checkTogether(registration: ModelRegistration): RegistrationFinding[] {
  const { metrics = [], tags = [], weights, assessment } = registration;
  return [
    ...metrics.flatMap((metric, index) =>
      checkMetric(metric, `/metrics/${index}`, weights !== undefined),
    ),
    ...checkTwice(
      metrics.map(({ name }) => name),
      index => `/metrics/${index}/name`,
    ),
    ...checkTwice(tags, index => `/tags/${index}`),
    ...(assessment.prohibitedPractice === 'none'
      ? []
      : [
          error(
            '/assessment/prohibitedPractice',
            'is prohibited by Article 5 of the EU AI Act, so the model is not registered; talk to the reviewers',
          ),
        ]),
    ...(weights
      ? []
      : [
          info(
            '/weights',
            'are left out: the model is shown without versions until one is added to spec.versions',
          ),
        ]),
  ];
}

function onePerField(findings: RegistrationFinding[]): RegistrationFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ field }) => {
    if (seen.has(field)) return false;
    seen.add(field);
    return true;
  });
}

/**
 * Checks everything about a registration. What a form left empty counts as not
 * entered; white space around a text goes.
 *
 * @param value - anything; typically the values of the form
 * @returns the registration, with warnings at most, or one `error` for each field
 *   that is wrong. It never throws.
 *
 * @public
 */
export function checkRegistration(value: unknown): CheckedRegistration {
  const entered = withoutEmpty(value);
  const textual = checkText(entered);
  const parsed = modelRegistrationSchema.safeParse(entered, {
    reportInput: true,
  });
  if (!parsed.success)
    return {
      findings: onePerField([
        ...textual,
        ...parsed.error.issues.flatMap(fromIssue),
      ]),
    };
  const findings = onePerField([...textual, ...checkTogether(parsed.data)]);
  return findings.some(({ severity }) => severity === 'error')
    ? { findings }
    : { registration: parsed.data, findings };
}
