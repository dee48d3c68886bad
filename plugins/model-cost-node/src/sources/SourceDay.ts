import { CostComponent } from '@modelyard/plugin-model-cost-common';

/**
 * Cost by component in units of the currency (not micros), as the source says.
 *
 * @public
 */
export type SourceCosts = Record<
  Exclude<CostComponent, 'idle' | 'rounding'>,
  number
>;

/**
 * What a row of a source pays for: something that ran, capacity nobody used, or
 * volumes and load balancers that belong to no workload.
 *
 * @public
 */
export type AllocationKind = 'workload' | 'idle' | 'unmounted';

/**
 * What was paid for, beside its cost, over the whole day. What a source does not
 * tell is absent, never zero.
 *
 * @public
 */
export interface SourceQuantities {
  /** Core-hours that were set aside: the greater of requested and used. */
  cpuCoreHours?: number;
  /** Core-hours that were used. */
  cpuCoreHoursUsed?: number;
  /** GiB-hours (2^30 bytes) of memory that were set aside. */
  ramGibHours?: number;
  /** GiB-hours of memory that were used. */
  ramGibHoursUsed?: number;
  /** GPU-hours that were requested. */
  gpuHours?: number;
  /** GPU-hours that were busy; absent where nothing measures them. */
  gpuHoursUsed?: number;
  /** GiB-hours of volumes. */
  storageGibHours?: number;
  /** GiB sent and received. */
  networkGib?: number;
}

/**
 * Cost of one container, pod, cloud resource or pool on one day.
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
  /**
   * Those of {@link SourceAllocation.labels} that the row may have from its
   * namespace only. They name an owner or a cost centre, never a model.
   */
  namespaceLabels?: ReadonlyMap<string, string>;
  costs: SourceCosts;
  /** Total in units of the currency; the parts add up to it within 0.0001. */
  totalCost: number;
  quantities?: SourceQuantities;
  /** The GPU is a slice or shared, so that its cost is only approximate. */
  gpuSharing?: 'shared' | 'mig';
}

/**
 * How one model, version or service was used on one day.
 *
 * @public
 */
export interface SourceUsage {
  /** Name in the source; only used in messages. */
  name: string;
  /**
   * Whom it belongs to, by the pod labels of Modelyard, such as
   * `modelyard.io/service`; what lacks is filled from the workloads of that day.
   */
  labels: ReadonlyMap<string, string>;
  /** Requests that were answered, failed ones included. */
  requests?: number;
  /** Part of `requests`. */
  failedRequests?: number;
  promptTokens?: number;
  generatedTokens?: number;
  /** GPU-hours that were busy. */
  gpuHoursUsed?: number;
  /** Quantiles over the day, in seconds. */
  latencySeconds?: { p50?: number; p95?: number; p99?: number };
}

/**
 * One closed day of a source, whole.
 *
 * @public
 */
export interface SourceDay {
  /** `YYYY-MM-DD` in UTC. */
  day: string;
  /**
   * Empty when the source has no samples for the day: then nothing is booked.
   * Absent where the source tells no cost.
   */
  allocations?: SourceAllocation[];
  /** What the source bills for its nodes, in units of the currency. */
  nodeCost?: number;
  /** Empty when nothing was used; absent where the source tells no usage. */
  usage?: SourceUsage[];
  /** What people should know about the figures of the day, in whole sentences. */
  notices?: string[];
}

/**
 * A day that can't be read or not be believed.
 *
 * @public
 */
export interface FailedSourceDay {
  day: string;
  /**
   * Shown to people, so it names the remedy and holds neither secret nor address.
   */
  failure: string;
}
