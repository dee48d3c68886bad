import { CostComponent } from '@modelyard/plugin-model-cost-common';

/**
 * Cost by component in units of the currency (not micros), as the source says.
 *
 * @public
 */
export type SourceCosts = Record<Exclude<CostComponent, 'rounding'>, number>;

/**
 * What a row of a source pays for: something that ran, capacity nobody used, or
 * volumes and load balancers that belong to no workload.
 *
 * @public
 */
export type AllocationKind = 'workload' | 'idle' | 'unmounted';

/**
 * Cost of one container, pod or pool on one day.
 *
 * @public
 */
export interface SourceAllocation {
  /** Name in the source; only used in messages. */
  name: string;
  kind: AllocationKind;
  cluster: string;
  namespace: string;
  controllerKind: string;
  /** Name of the controller, or of the pod where nothing controls it. */
  controller: string;
  /**
   * Labels of the pod. Keys as Kubernetes spells them or with every character
   * outside `[a-zA-Z0-9_]` turned into `_`, as OpenCost does. A map, as names are
   * data: a label may be called `constructor`.
   */
  labels: ReadonlyMap<string, string>;
  costs: SourceCosts;
  /** Total in units of the currency; the parts add up to it within 0.0001. */
  totalCost: number;
}

/**
 * One day of a source.
 *
 * @public
 */
export interface SourceDay {
  /** Empty when the source has no samples for the day: then nothing is booked. */
  allocations: SourceAllocation[];
  /** What the source bills for its nodes, in units of the currency. */
  nodeCost?: number;
}

/**
 * One configured instance of a place where recorded cost comes from.
 *
 * @public
 */
export interface CostSource {
  /**
   * The days the source can tell about, as `YYYY-MM-DD` in UTC, closed ones only.
   * Throws when the source as a whole can't be read.
   *
   * @param until - last closed day
   */
  listDays(until: string): Promise<string[]>;

  /**
   * Reads one of {@link CostSource.listDays}. Throws when the day can't be read
   * or not be believed; the message is shown to people, so it names the remedy
   * and holds no secret. The day then counts as failed, the others as they are.
   */
  readDay(day: string): Promise<SourceDay>;
}
