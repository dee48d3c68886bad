import { SourceAllocation, SourceDay } from '@modelyard/plugin-model-cost-node';
import { scaleExactly } from '../../domain/apportion';
import { Day } from '../../domain/days';
import { partsPerMicro, partsPerUnit } from './decimal';
import { cellOf, Cells, Charge } from './readCharge';
import { readTags } from './readTags';
import { spread } from './spread';

const componentOf = new Map<string, 'storage' | 'network'>([
  ['Storage', 'storage'],
  ['Networking', 'network'],
]);
const components = ['storage', 'network', 'external'] as const;
type Component = (typeof components)[number];

interface Resource {
  cluster: string;
  namespace: string;
  controller: string;
  labels: Map<string, string>;
  cost: Record<Component, bigint>;
}

interface OtherCurrency {
  lines: number;
  sum: bigint;
}

/** Adds charges up by day and resource while they stream by. */
export class ChargeBook {
  private readonly byDay: Map<Day, Map<string, Resource>>;
  private readonly others = new Map<Day, Map<string, OtherCurrency>>();

  constructor(
    days: readonly Day[],
    private readonly currency: string,
  ) {
    this.byDay = new Map(days.map(day => [day, new Map()]));
  }

  add(charge: Charge, cells: Cells): void {
    const parts = spread(charge.cost, charge.period);
    for (const [day, cost] of parts) {
      const resources = this.byDay.get(day);
      if (!resources) continue;
      if (charge.currency === this.currency) book(resources, cells, cost);
      else this.setAside(day, charge.currency, cost);
    }
  }

  toDay(day: Day): SourceDay {
    const resources = [...(this.byDay.get(day)?.values() ?? [])];
    return {
      day,
      allocations: toAllocations(resources),
      notices: this.noticesOf(day),
    };
  }

  private setAside(day: Day, currency: string, cost: bigint): void {
    const currencies = this.others.get(day) ?? new Map();
    const other = currencies.get(currency) ?? { lines: 0, sum: 0n };
    other.lines += 1;
    other.sum += cost;
    this.others.set(day, currencies.set(currency, other));
  }

  private noticesOf(day: Day): string[] {
    return [...(this.others.get(day) ?? [])].map(
      ([currency, { lines, sum }]) =>
        `Not counted: ${lines} lines of ${toText(sum)} ${currency}; add a source of this folder with currency: ${currency}.`,
    );
  }
}

function toText(parts: bigint): string {
  return (Number(parts / (partsPerUnit / 100n)) / 100).toFixed(2);
}

function book(
  resources: Map<string, Resource>,
  cells: Cells,
  cost: bigint,
): void {
  const cluster = cellOf(cells, 'SubAccountId');
  const namespace = cellOf(cells, 'ServiceName');
  const controller =
    cellOf(cells, 'ResourceId') || cellOf(cells, 'ResourceName');
  const tags = cellOf(cells, 'Tags');
  const key = [cluster, namespace, controller, tags].join('\u001F');
  const resource = resources.get(key) ?? {
    cluster,
    namespace,
    controller,
    labels: readTags(cells),
    cost: { storage: 0n, network: 0n, external: 0n },
  };
  resources.set(key, resource);
  const category = cellOf(cells, 'ServiceCategory');
  resource.cost[componentOf.get(category) ?? 'external'] += cost;
}

/** Micros of all resources together, so that they add up to the rounded day. */
function toAllocations(resources: Resource[]): SourceAllocation[] {
  const cells = resources.flatMap(({ cost }) =>
    components.map(component => cost[component]),
  );
  const micros = scaleExactly(cells, 1n, partsPerMicro);
  return resources.map((resource, index) => {
    const [storage, network, external] = micros
      .slice(index * components.length, (index + 1) * components.length)
      .map(micro => micro / 1e6);
    return {
      name: resource.controller || resource.namespace,
      kind: 'workload',
      cluster: resource.cluster,
      namespace: resource.namespace,
      controllerKind: 'resource',
      controller: resource.controller,
      labels: resource.labels,
      costs: {
        cpu: 0,
        ram: 0,
        gpu: 0,
        storage,
        network,
        loadBalancer: 0,
        shared: 0,
        external,
      },
      totalCost: Math.round((storage + network + external) * 1e6) / 1e6,
    };
  });
}
