import { SourceAllocation } from '@modelyard/plugin-model-cost-node';
import { z } from 'zod';
import { keyedObject } from './keyedObject';
import { readQuantities } from './readQuantities';

/** OpenCost writes NaN and infinite values as null: a part of no known amount. */
const part = z
  .number()
  .nullish()
  .transform(value => value ?? 0);

/** Absent, not zero, where OpenCost does not tell it. */
const quantity = z
  .number()
  .nullish()
  .transform(value => value ?? undefined);

/** PostgreSQL stores no NUL in a text. */
const text = z
  .string()
  .transform(value => value.replaceAll('\u0000', '\uFFFD'));
const name = text.nullish().transform(value => value ?? '');

const row = z.object({
  name,
  properties: z
    .object({
      cluster: name,
      node: name,
      namespace: name,
      controllerKind: name,
      controller: name,
      pod: name,
      container: name,
      labels: keyedObject.nullish(),
      namespaceLabels: keyedObject.nullish(),
    })
    .nullish(),
  window: z.object({ start: z.string(), end: z.string() }),
  end: z.string().nullish(),
  minutes: quantity,
  cpuCoreHours: quantity,
  cpuCoreUsageAverage: quantity,
  ramByteHours: quantity,
  ramByteUsageAverage: quantity,
  gpuHours: quantity,
  gpuRequestAverage: quantity,
  gpuAllocation: z
    .object({
      gpuModel: name,
      isGPUShared: z.boolean().nullish(),
      gpuUsageAverage: quantity,
      gpuRequestAverage: quantity,
    })
    .nullish(),
  pvByteHours: quantity,
  networkTransferBytes: quantity,
  networkReceiveBytes: quantity,
  cpuCost: part,
  cpuCostAdjustment: part,
  ramCost: part,
  ramCostAdjustment: part,
  gpuCost: part,
  gpuCostAdjustment: part,
  pvCost: part,
  pvCostAdjustment: part,
  networkCost: part,
  networkCostAdjustment: part,
  loadBalancerCost: part,
  loadBalancerCostAdjustment: part,
  sharedCost: part,
  externalCost: part,
  totalCost: z.number().min(-1e9).max(1e9),
});

/** A row of the answer, checked. */
export type AllocationRow = z.infer<typeof row>;

/** A row with what only the checks of the whole day need. */
export interface ParsedAllocation {
  allocation: SourceAllocation;
  /** Tells rows apart that OpenCost names alike. */
  identity: string;
  pod: string;
  window: { start: string; end: string };
  end?: string;
}

function kindOf(key: string, raw: AllocationRow): SourceAllocation['kind'] {
  const last = key.slice(key.lastIndexOf('/') + 1);
  if (last === '__idle__') return 'idle';
  const { namespace, pod } = raw.properties ?? {};
  return [last, namespace, pod].includes('__unmounted__')
    ? 'unmounted'
    : 'workload';
}

function toLabels(raw: Record<string, unknown>): Map<string, string> {
  const result = new Map<string, string>();
  for (const [key, value] of Object.entries(raw)) {
    if (typeof value === 'string') result.set(key, text.parse(value));
  }
  return result;
}

/** Labels that the row may have from its namespace only. */
function labelsOfNamespace(
  labels: ReadonlyMap<string, string>,
  raw: Record<string, unknown>,
): Map<string, string> {
  const shared = [...toLabels(raw)].filter(
    ([key, value]) => labels.get(key) === value,
  );
  return new Map(shared);
}

/** A slice or a share of a GPU, which is billed by what was asked for. */
function sharingOf(raw: AllocationRow): SourceAllocation['gpuSharing'] {
  const { gpuAllocation } = raw;
  if (/\bMIG\b/i.test(gpuAllocation?.gpuModel ?? '')) return 'mig';
  const requested = gpuAllocation?.gpuRequestAverage ?? raw.gpuRequestAverage;
  const isPart = requested !== undefined && requested % 1 !== 0;
  return gpuAllocation?.isGPUShared || isPart ? 'shared' : undefined;
}

function toAllocation(key: string, raw: AllocationRow): SourceAllocation {
  const properties = raw.properties;
  const labels = toLabels(properties?.labels ?? {});
  return {
    name: key,
    kind: kindOf(key, raw),
    cluster: properties?.cluster ?? '',
    namespace: properties?.namespace ?? '',
    controllerKind: properties?.controllerKind ?? '',
    controller: properties?.controller || properties?.pod || '',
    labels,
    namespaceLabels: labelsOfNamespace(
      labels,
      properties?.namespaceLabels ?? {},
    ),
    quantities: readQuantities(raw),
    gpuSharing: sharingOf(raw),
    costs: {
      cpu: raw.cpuCost + raw.cpuCostAdjustment,
      ram: raw.ramCost + raw.ramCostAdjustment,
      gpu: raw.gpuCost + raw.gpuCostAdjustment,
      storage: raw.pvCost + raw.pvCostAdjustment,
      network: raw.networkCost + raw.networkCostAdjustment,
      loadBalancer: raw.loadBalancerCost + raw.loadBalancerCostAdjustment,
      shared: raw.sharedCost,
      external: raw.externalCost,
    },
    totalCost: raw.totalCost,
  };
}

/**
 * Reads one entry of the set of an OpenCost `/allocation` answer. Throws naming
 * row and field when it is none.
 */
export function parseAllocation(key: string, raw: unknown): ParsedAllocation {
  const parsed = row.safeParse(raw);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(
      `row ${key}, field ${issue.path.join('.') || '(row)'}: ${issue.message}`,
    );
  }
  const { cluster, node, namespace, pod, container } =
    parsed.data.properties ?? {};
  return {
    allocation: toAllocation(key, parsed.data),
    identity: JSON.stringify([cluster, node, namespace, pod, container]),
    pod: pod ?? '',
    window: parsed.data.window,
    end: parsed.data.end ?? undefined,
  };
}
