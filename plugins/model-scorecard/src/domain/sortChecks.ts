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
];

function areaRank({ area }: ScorecardCheck): number {
  const rank = areas.indexOf(area.toLowerCase().replace(/[-_]/g, ' '));
  return rank < 0 ? areas.length : rank;
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
