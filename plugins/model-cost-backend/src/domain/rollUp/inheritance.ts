import { Attribution } from '../attribution';
import { Day } from '../days';

/** What the Component of a service says from one day on. */
export interface ServiceFacts {
  service: string;
  /** First day; absent: since ever. */
  from?: Day;
  model?: string;
  owner?: string;
  tenant?: string;
  costCenter?: string;
}

/** The versions of a service's facts, the latest first. */
export type ServiceHistory = ReadonlyMap<string, readonly ServiceFacts[]>;

const inherited = ['owner', 'tenant', 'costCenter'] as const;

/**
 * What a workload has from the Component of its service, as that was on the day.
 * What its own labels say comes first. The Component tells the model only where
 * nothing else does.
 */
export function inherit(
  history: ServiceHistory,
  day: Day,
  attribution: Attribution,
): Attribution {
  if (attribution.service === undefined) return attribution;
  const facts = history
    .get(attribution.service)
    ?.find(({ from }) => from === undefined || from <= day);
  if (!facts) return attribution;
  const result = { ...attribution };
  for (const dimension of inherited) result[dimension] ??= facts[dimension];
  result.model ??= facts.model;
  return result;
}
