import { parseAllocationDay } from '../opencost/parseAllocationDay';
import { parseNodeCost } from '../opencost/parseNodeCost';
import { RecordedDays } from './FileCostSource';

/**
 * Recorded OpenCost answers: `YYYY-MM-DD.json` for the allocations of a day, beside it
 * optionally `assets-YYYY-MM-DD.json`.
 */
export const recordedCost: RecordedDays = {
  provides: ['cost'],
  stemsOf: day => [day, `assets-${day}`],
  async readDay(day, read) {
    const document = await read(day);
    if (document === undefined) throw new Error(`${day}.json is gone`);
    const allocations = parseAllocationDay(document, day);
    const assets = await read(`assets-${day}`);
    return assets === undefined
      ? { day, allocations }
      : { day, allocations, nodeCost: parseNodeCost(assets) };
  },
};
