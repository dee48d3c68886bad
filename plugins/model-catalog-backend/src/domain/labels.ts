import {
  namesSecret,
  removedSecret,
} from '@modelyard/plugin-model-catalog-common';
import { SourceIntake } from './SourceIntake';

const maxValue = 1000;

/** The labels that a source's allow-list lets in, in a steady order, without secrets. */
export function allowedLabels(
  labels: Record<string, string> | undefined,
  intake: Pick<SourceIntake, 'allowsLabel'>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels ?? {})
      .filter(([key]) => intake.allowsLabel(key))
      .map(([key, value]) => [
        key,
        namesSecret(key) ? removedSecret : value.slice(0, maxValue),
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Labels as tags: `key:value`, or the key alone where the value says no more. */
export function labelTags(labels: Record<string, string>): string[] {
  return Object.entries(labels).map(([key, value]) =>
    value === '' || value === 'true' ? key : `${key}:${value}`,
  );
}
