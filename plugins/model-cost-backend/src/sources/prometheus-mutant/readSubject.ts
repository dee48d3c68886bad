import {
  modelLabels,
  toLabelValue,
} from '@modelyard/plugin-model-catalog-common';
import { Sample } from './PrometheusClient';
import { copiedLabels, UsageQuery } from './UsageQuery';

/** Whom a sample belongs to: pod labels of Modelyard, in their order. */
export type Subject = ReadonlyMap<string, string>;

/**
 * Reads whom a sample belongs to. Copied pod labels say it as they are; a name from
 * another label becomes a label value first.
 */
export function readSubject({ labels }: Sample, query: UsageQuery): Subject {
  const subject = new Map<string, string>();
  for (const key of Object.values(modelLabels)) {
    const copied = copiedLabels(key)
      .map(name => labels.get(name))
      .find(Boolean);
    const value = copied ?? toLabelValue(readNamed(labels, query, key) ?? '');
    if (value) subject.set(key, value);
  }
  return subject;
}

function readNamed(
  labels: ReadonlyMap<string, string>,
  query: UsageQuery,
  key: string,
): string | undefined {
  const names = query.labels.get(key) ?? [];
  const value = names.map(name => labels.get(name)).find(Boolean);
  if (!value || key !== modelLabels.service || !query.toService) return value;
  return query.toService(value);
}

/** Service or model with its version, for people; undefined where neither is told. */
export function nameOf(subject: Subject): string | undefined {
  const name =
    subject.get(modelLabels.service) ?? subject.get(modelLabels.model);
  const version = subject.get(modelLabels.modelVersion);
  return name && version ? `${name}:${version}` : name;
}

/** Whether two may be about the same requests: nothing that both say differs. */
export function mayOverlap(one: Subject, other: Subject): boolean {
  return [...one].every(([key, value]) => (other.get(key) ?? value) === value);
}
