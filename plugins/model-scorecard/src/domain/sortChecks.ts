import {
  Scorecard,
  ScorecardCheck,
} from '@modelyard/plugin-model-scorecard-common';

/** Areas in the order in which a scorecard is read. */
const areas = [
  'governance',
  'provenance',
  'data',
  'performance',
  'fairness',
  'explainability',
  'robustness',
  'drift',
  'security',
  'licence',
  'privacy',
  'documentation',
  'human oversight',
  'operations',
  'language models',
];

function areaRank({ area }: ScorecardCheck): number {
  const rank = areas.indexOf(area.toLowerCase().replace(/[-_]/g, ' '));
  return rank < 0 ? areas.length : rank;
}

/** Checks that are read together. */
export interface CheckGroup {
  /** Absent for the first group: what blocks, of any area. */
  area?: string;
  checks: ScorecardCheck[];
}

/** What blocks, then every other check by area, in the order of {@link sortChecks}. */
export function groupChecks(scorecard: Scorecard): CheckGroup[] {
  const groups: CheckGroup[] = [];
  for (const check of sortChecks(scorecard)) {
    const blocks = scorecard.gate.blockers.includes(check.id);
    const area = blocks ? undefined : check.area;
    const last = groups.at(-1);
    if (last && last.area === area) last.checks.push(check);
    else groups.push({ area, checks: [check] });
  }
  return groups;
}

/** What blocks first, then by area; checks of one area keep their order. */
export function sortChecks({ checks, gate }: Scorecard): ScorecardCheck[] {
  const blocked = (check: ScorecardCheck) =>
    gate.blockers.includes(check.id) ? 0 : 1;
  return [...checks].sort(
    (one, other) =>
      blocked(one) - blocked(other) || areaRank(one) - areaRank(other),
  );
}
