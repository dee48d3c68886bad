import { parseUsageDay } from './parseUsageDay';
import { RecordedDays } from './FileCostSource';

/** How models were used, counted elsewhere than in Prometheus: `YYYY-MM-DD.json`. */
export const recordedUsage: RecordedDays = {
  provides: ['usage'],
  stemsOf: day => [day],
  async readDay(day, read) {
    const document = await read(day);
    if (document === undefined) throw new Error(`${day}.json is gone`);
    return { day, usage: parseUsageDay(document, `${day}.json`) };
  },
};
