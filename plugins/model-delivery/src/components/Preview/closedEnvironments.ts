import { DeliveryFinding } from '@modelyard/plugin-model-delivery-common';

/** An environment of the plan whose gate is closed. */
export interface ClosedEnvironment {
  /** Place among the environments of the service input. */
  index: number;
  /** Ids of the checks that close the gate. */
  blockers: string[];
  message: string;
}

/** The environments that a plan says are closed, by their place in the input. */
export function closedEnvironments(
  findings: readonly DeliveryFinding[],
): ClosedEnvironment[] {
  return findings.flatMap(({ severity, field, check, message }) => {
    const index = /^\/environments\/(\d+)$/.exec(field ?? '')?.[1];
    return severity === 'warning' && index !== undefined
      ? [{ index: Number(index), blockers: check?.split(', ') ?? [], message }]
      : [];
  });
}
