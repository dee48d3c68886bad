import { PlannedEnvironment } from '../plan/selectEnvironments';
import { RepositoryModel, YamlObject } from '../repository/types';

/** Group, version and kind of an object. */
export interface ObjectType {
  /** Empty for the core group. */
  group: string;
  version: string;
  kind: string;
}

/** What stands in the manifest of a workload about the model it runs. */
export interface DeclaredWorkload {
  /** Labels and annotations of the Pods that run the stable version. */
  annotations: Record<string, string>;
  storageUri?: string;
  image?: string;
  minReplicas: number;
  maxReplicas: number;
  /** The version beside the stable one, by its annotations. */
  canary?: { annotations: Record<string, string>; percent: number };
}

/** CEL for Flux: the condition `Ready`, as KServe writes it. */
export const readyCondition =
  "has(status.conditions) && status.conditions.exists(c, c.type == 'Ready' && c.status == 'True')";

/** How one kind of runtime becomes Kubernetes objects, and back. */
export interface Runtime {
  /** What runs the model; its manifest says which version. */
  workload(repository: RepositoryModel): ObjectType;
  /**
   * What holds in every environment. It pins no version and has no address of
   * a model: alone it runs nothing, and a change of version never touches it.
   */
  base(repository: RepositoryModel): YamlObject[];
  /**
   * What one environment runs, whole; the overlay is what the base lacks. An
   * object that the base has keeps every field of it.
   */
  release(
    repository: RepositoryModel,
    environment: PlannedEnvironment,
  ): YamlObject[];
  /**
   * Reads a workload that this runtime planned.
   *
   * @throws ZodError when it is not what was planned
   */
  read(workload: YamlObject): DeclaredWorkload;
  /** Kinds beside those of every service that the controller may create. */
  kinds: readonly ObjectType[];
  /** CEL by which Flux knows that the workload is there; kstatus when absent. */
  current?: string;
}
