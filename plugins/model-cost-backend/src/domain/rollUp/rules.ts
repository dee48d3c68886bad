import { BookedWorkload } from '../bookDay';
import { Attribution, LabelDimension, labelDimensions } from '../attribution';
import { Day } from '../days';

/** Which workloads; `*` stands for any text. Absent parts match everything. */
export interface WorkloadPattern {
  cluster?: string;
  namespace?: string;
  controllerKind?: string;
  controller?: string;
}

/** Says for some workloads and days what their labels leave out. */
export interface AttributionRule {
  source?: string;
  match: WorkloadPattern;
  /** Both included. */
  from?: Day;
  until?: Day;
  set: Partial<Record<LabelDimension, string>>;
}

/** Workloads that serve everybody, under one name. */
export interface SharedPool {
  name: string;
  match: WorkloadPattern[];
}

type Place = Pick<
  BookedWorkload,
  'cluster' | 'namespace' | 'controllerKind' | 'controller'
>;

const compiled = new Map<string, RegExp>();

function toRegExp(pattern: string): RegExp {
  const known = compiled.get(pattern);
  if (known) return known;
  const escaped = pattern.replace(/[\\^$.|?+()[\]{}]/g, '\\$&');
  const made = new RegExp(`^${escaped.replaceAll('*', '.*')}$`, 's');
  compiled.set(pattern, made);
  return made;
}

/** Whether a workload is one of those a pattern means. */
export function matches(pattern: WorkloadPattern, place: Place): boolean {
  const parts = [
    'cluster',
    'namespace',
    'controllerKind',
    'controller',
  ] as const;
  return parts.every(part => {
    const wanted = pattern[part];
    return wanted === undefined || toRegExp(wanted).test(place[part]);
  });
}

/** What the rules add to the labels of a workload; labels win, then the first rule. */
export function applyRules(
  rules: readonly AttributionRule[],
  place: Place & { sourceId: string; day: Day },
  attribution: Attribution,
): Attribution {
  let result = attribution;
  for (const rule of rules) {
    if (rule.source !== undefined && rule.source !== place.sourceId) continue;
    if (rule.from !== undefined && place.day < rule.from) continue;
    if (rule.until !== undefined && place.day > rule.until) continue;
    if (!matches(rule.match, place)) continue;
    result = { ...result };
    for (const dimension of labelDimensions)
      result[dimension] ??= rule.set[dimension];
  }
  return result;
}
