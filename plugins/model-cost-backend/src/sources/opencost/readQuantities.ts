import { SourceQuantities } from '@modelyard/plugin-model-cost-node';
import type { AllocationRow } from './parseAllocation';

const bytesPerGib = 2 ** 30;

function times(
  value: number | undefined,
  factor: number | undefined,
): number | undefined {
  return value === undefined || factor === undefined
    ? undefined
    : value * factor;
}

function windowHours({ window }: AllocationRow): number | undefined {
  const hours = (Date.parse(window.end) - Date.parse(window.start)) / 3_600_000;
  return Number.isFinite(hours) ? hours : undefined;
}

function sum(...parts: (number | undefined)[]): number | undefined {
  const known = parts.filter(part => part !== undefined);
  return known.length
    ? known.reduce((total, part) => total + part, 0)
    : undefined;
}

/**
 * What a row says beside its cost. Use of CPU is a rate over the whole window, that
 * of memory over the minutes the pod ran. Use of GPUs is believed only in the shape
 * of releases that ask for it at the window's end: older ones ask for it now, so
 * that a pod that has gone reads 0 on any day. A 0 is not idle there either.
 */
export function readQuantities(raw: AllocationRow): SourceQuantities {
  const gib = (bytes: number | undefined) => times(bytes, 1 / bytesPerGib);
  const gpuUse = raw.gpuAllocation?.gpuUsageAverage;
  return {
    cpuCoreHours: raw.cpuCoreHours,
    cpuCoreHoursUsed: times(raw.cpuCoreUsageAverage, windowHours(raw)),
    ramGibHours: gib(raw.ramByteHours),
    ramGibHoursUsed: gib(
      times(raw.ramByteUsageAverage, times(raw.minutes, 1 / 60)),
    ),
    gpuHours: raw.gpuHours,
    gpuHoursUsed: gpuUse ? times(gpuUse, raw.gpuHours) : undefined,
    storageGibHours: gib(raw.pvByteHours),
    networkGib: gib(sum(raw.networkTransferBytes, raw.networkReceiveBytes)),
  };
}
