import { createBackendModule } from '@backstage/backend-plugin-api';
import { modelLabels } from '@modelyard/plugin-model-catalog-common';
import {
  costSourcesExtensionPoint,
  CostSource,
  SourceAllocation,
} from '@modelyard/plugin-model-cost-node';

/** An estate to be billed. */
export interface CostSize {
  models: number;
  /** A multiple of the models. */
  workloads: number;
  days: number;
}

const versionsAtOnce = 2;
const owners = 25;
const tenants = 10;
const environments = ['dev', 'staging', 'prod'];
const lastDay = Date.UTC(2026, 9, 31);
const dayMs = 86_400_000;

export function modelName(index: number): string {
  return `model-${index}`;
}

/** A day of the estate, counted back from the last one. */
export function dayBack(back: number): string {
  return new Date(lastDay - back * dayMs).toISOString().slice(0, 10);
}

/** An amount in cents that differs by day and workload, and is the same again. */
function costOf(day: string, workload: number): number {
  const seed = Date.parse(day) / dayMs + workload * 7919;
  return ((seed * 2654435761) % 10_000) / 100;
}

function toAllocation(
  day: string,
  index: number,
  models: number,
): SourceAllocation {
  const model = index % models;
  const turn = Math.floor(index / models);
  const cost = costOf(day, index);
  const labels = new Map<string, string>([
    [modelLabels.model, modelName(model)],
    [modelLabels.modelVersion, `${1 + (turn % versionsAtOnce)}`],
    [modelLabels.environment, environments[turn % environments.length]],
    [modelLabels.service, `service-${model}`],
    [modelLabels.owner, `team-${model % owners}`],
    [modelLabels.tenant, `tenant-${model % tenants}`],
  ]);
  return {
    name: `workload-${index}`,
    kind: 'workload',
    cluster: 'bench',
    namespace: `ns-${model % 50}`,
    controllerKind: 'deployment',
    controller: `workload-${index}`,
    labels,
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
    quantities: { cpuCoreHours: 24, cpuCoreHoursUsed: 6, ramGibHours: 48 },
  };
}

function createSource(
  { models, workloads, days }: CostSize,
  onRead: () => void,
): CostSource {
  return {
    provides: ['cost'],
    async listDays({ from, until }) {
      onRead();
      return Array.from({ length: days }, (_, back) => dayBack(back))
        .filter(day => day >= from && day <= until)
        .sort()
        .map(day => ({ day, mark: 'never changes' }));
    },
    async *readDays(asked) {
      for (const day of asked)
        yield {
          day,
          allocations: Array.from({ length: workloads }, (_, index) =>
            toAllocation(day, index, models),
          ),
        };
    },
  };
}

/**
 * Adds the source type `bench`.
 *
 * @param onRead - told each time that the source is asked for its days
 */
export function benchCostModule(size: CostSize, onRead: () => void) {
  return createBackendModule({
    pluginId: 'model-cost',
    moduleId: 'bench',
    register(env) {
      env.registerInit({
        deps: { sources: costSourcesExtensionPoint },
        async init({ sources }) {
          sources.addSourceType({
            type: 'bench',
            create: () => createSource(size, onRead),
          });
        },
      });
    },
  });
}
