import { translationApiRef, ApiHolder } from '@backstage/frontend-plugin-api';
import {
  checkServiceInput,
  DeliveryFinding,
} from '@modelyard/plugin-model-delivery-common';
import { modelDeliveryTranslationRef } from '../../translation';
import { fieldName, Translate, valueAt } from './fieldName';
import { draftOf } from './serviceValues';

/** What the form gives to a check of a field, beside the value. */
export interface ValidationContext {
  apiHolder: ApiHolder;
  /** Values of the whole form. */
  formData: unknown;
}

/** Where a check leaves what it finds. */
export interface Validation {
  addError: (message: string) => void;
}

/** Texts of this plugin, outside of components. */
function textsOf(apiHolder: ApiHolder): Translate | undefined {
  const translation = apiHolder
    .get(translationApiRef)
    ?.getTranslation(modelDeliveryTranslationRef);
  return translation?.ready ? translation.t : undefined;
}

/** Leaves findings at a field, each led by what it is about. */
export function addFindings(
  findings: readonly DeliveryFinding[],
  own: string,
  validation: Validation,
  { apiHolder, formData }: ValidationContext,
): void {
  const t = textsOf(apiHolder);
  for (const { field, message } of findings) {
    const name =
      field !== undefined && field !== own && t
        ? `${fieldName(t, field, formData)}: `
        : '';
    validation.addError(`${name}${message}`);
  }
}

/** Findings of the browser's own check, about fields that begin like this. */
export function findingsUnder(
  formData: unknown,
  prefixes: readonly string[],
): DeliveryFinding[] {
  return checkServiceInput(draftOf(formData)).findings.filter(
    ({ field = '' }) =>
      prefixes.some(
        prefix => field === prefix || field.startsWith(`${prefix}/`),
      ),
  );
}

/**
 * Check of a field that refuses what `checkServiceInput` refuses at these
 * places, so that nobody gets to the next step with it.
 */
export function validateUnder(...prefixes: string[]) {
  return (
    _value: unknown,
    validation: Validation,
    context: ValidationContext,
  ): void => {
    const { formData } = context;
    const found = findingsUnder(formData, prefixes);
    addFindings(found, prefixes[0], validation, context);
  };
}

/** Whether a finding only says that something was not entered yet. */
export function isMissing(
  { field, severity }: DeliveryFinding,
  values: unknown,
): boolean {
  return (
    severity === 'error' &&
    field !== undefined &&
    valueAt(values, field) === undefined
  );
}
