import { Attribution, labelDimensions } from './attribution';
import { ShownRow } from './buildModelCost';
import { ShownUsage } from './buildUnitCosts';
import { Day } from './days';

function placesOf(rows: ShownRow[]): Map<string, Attribution[]> {
  const places = new Map<string, Attribution[]>();
  for (const { day, attribution } of rows) {
    if (attribution.service === undefined) continue;
    const key = placeOf(day, attribution.service);
    places.set(key, [...(places.get(key) ?? []), attribution]);
  }
  return places;
}

function placeOf(day: Day, service: string): string {
  return `${day} ${service}`;
}

/** What all workloads that fit the usage agree on fills what it leaves out. */
function fill(usage: Attribution, candidates: Attribution[]): Attribution {
  const fitting = candidates.filter(candidate =>
    labelDimensions.every(
      name =>
        usage[name] === undefined ||
        candidate[name] === undefined ||
        usage[name] === candidate[name],
    ),
  );
  const result = { ...usage };
  for (const name of labelDimensions) {
    if (result[name] !== undefined) continue;
    const values = new Set(fitting.map(candidate => candidate[name]));
    if (values.size === 1) [result[name]] = values;
  }
  return result;
}

/**
 * Metrics often know a service and nothing else: what else its workloads of that
 * day have in common is true for its use as well. Where two versions ran behind one
 * service the version stays open.
 */
export function completeUsage(
  usage: ShownUsage[],
  rows: ShownRow[],
): ShownUsage[] {
  const places = placesOf(rows);
  return usage.map(shown => {
    const { day, usage: of } = shown;
    const { service } = of.attribution;
    const candidates =
      service === undefined ? undefined : places.get(placeOf(day, service));
    if (!candidates) return shown;
    const attribution = fill(of.attribution, candidates);
    return { day, usage: { ...of, attribution } };
  });
}
