import { CostMeasures } from '@modelyard/plugin-model-cost-common';
import { Measure, Measures } from './measures';

const quantities = [
  'cpuCoreHours',
  'ramGibHours',
  'gpuHours',
  'gpuHoursUsed',
  'gpuHoursMeasured',
  'storageGibHours',
  'networkGib',
] as const satisfies Measure[];
const amounts = [
  'measured',
  'unused',
  'gpuApproximate',
] as const satisfies Measure[];

/** Measures as answers tell them: quantities in their unit, amounts in micros. */
export function toShownMeasures(measures: Measures): CostMeasures {
  const shown: CostMeasures = {};
  for (const name of quantities) {
    const value = measures[name];
    if (value !== undefined) shown[name] = value / 1e6;
  }
  for (const name of amounts) {
    const value = measures[name];
    if (value !== undefined) shown[name] = value;
  }
  return shown;
}
