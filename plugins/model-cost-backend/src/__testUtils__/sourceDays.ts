import { SourceAllocation, SourceDay } from '@modelyard/plugin-model-cost-node';

/** A row of a source: CPU alone costs something. */
export function allocation(
  labels: Record<string, string>,
  cost: number,
  more: Partial<SourceAllocation> = {},
): SourceAllocation {
  return {
    name: 'cluster/node/namespace/pod/container',
    kind: 'workload',
    cluster: 'eu1',
    namespace: 'ml-prod',
    controllerKind: 'deployment',
    controller: 'server',
    labels: new Map(Object.entries(labels)),
    costs: {
      cpu: cost,
      ram: 0,
      gpu: 0,
      storage: 0,
      network: 0,
      loadBalancer: 0,
      shared: 0,
      external: 0,
    },
    totalCost: cost,
    ...more,
  };
}

/** Pod labels of a model's version. */
export function modelPod(model: string, version: string) {
  return {
    'modelyard.io/model': model,
    'modelyard.io/model-version': version,
    'modelyard.io/environment': 'prod',
  };
}

/** What a source says of a day, without the day. */
export type SourceContent = Omit<SourceDay, 'day'>;

/** A day on which one version of one model cost this much. */
export function dayOf(
  model: string,
  version: string,
  cost: number,
): SourceContent {
  return { allocations: [allocation(modelPod(model, version), cost)] };
}
