import { ScorecardCheck } from '@modelyard/plugin-model-scorecard-common';

/** What of a scorecard is shown. */
export interface CheckFilter {
  /** Words, each of which must occur in id, title, rule, area or a control. */
  search: string;
  verdict?: ScorecardCheck['verdict'];
}

function textOf({ id, title, rule, area, controls }: ScorecardCheck): string {
  return [id, title, rule, area, ...controls].join(' ').toLowerCase();
}

/** The checks that a filter lets through, in their order. */
export function filterChecks(
  checks: ScorecardCheck[],
  { search, verdict }: CheckFilter,
): ScorecardCheck[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return checks.filter(check => {
    if (verdict && check.verdict !== verdict) return false;
    const text = textOf(check);
    return words.every(word => text.includes(word));
  });
}
