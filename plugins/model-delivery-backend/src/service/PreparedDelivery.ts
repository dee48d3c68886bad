import { Plan, ServiceInput } from '@modelyard/plugin-model-delivery-common';
import { IndexedService } from '../database/ServiceStore';

/**
 * A plan with everything that is needed to write it.
 */
export interface PreparedDelivery {
  input: ServiceInput;
  plan: Plan;
  /** Head of the repository that was planned on; undefined when it is new. */
  head?: string;
  /** The service as it is known now; undefined when it is new. */
  existing?: IndexedService;
}
