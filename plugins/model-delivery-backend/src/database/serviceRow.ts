import { IndexedEnvironment, IndexedService } from './ServiceStore';

/**
 * Row of the table `services`.
 */
export interface ServiceRow {
  name: string;
  repository: string;
  owner: string;
  system: string | null;
  description: string | null;
  model_ref: string;
  head: string | null;
  environments: string;
  /** Whether a service without head comes with a pull request. */
  awaits_merge: boolean | number;
  indexed_at: Date | string | number;
}

/** Reads a row whose head is known. */
export function fromRow(row: ServiceRow): IndexedService {
  const environments: IndexedEnvironment[] = JSON.parse(row.environments);
  return {
    name: row.name,
    repository: row.repository,
    owner: row.owner,
    model: row.model_ref,
    ...(row.system !== null && { system: row.system }),
    ...(row.description !== null && { description: row.description }),
    commit: row.head ?? '',
    environments,
  };
}

/** Makes a row of a service. */
export function toRow(service: IndexedService, indexedAt: Date): ServiceRow {
  return {
    name: service.name,
    repository: service.repository,
    owner: service.owner,
    system: service.system ?? null,
    description: service.description ?? null,
    model_ref: service.model,
    head: service.commit,
    environments: JSON.stringify(service.environments),
    awaits_merge: false,
    indexed_at: indexedAt,
  };
}
