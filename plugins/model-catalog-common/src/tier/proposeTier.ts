import { RiskAssessment } from './riskAssessmentSchema';
import { TierReason } from './tierReasons';
import { RiskTier, riskTiers } from './riskTiers';

/**
 * A tier that follows from answers, and every answer that speaks for it.
 *
 * @public
 */
export interface TierProposal {
  proposed: RiskTier;
  reasons: TierReason[];
}

interface Rule {
  tier: RiskTier;
  reason: TierReason;
  applies(answers: RiskAssessment): boolean;
}

const rules: Rule[] = [
  {
    tier: 'prohibited',
    reason: 'prohibitedPractice',
    applies: ({ prohibitedPractice }) => prohibitedPractice !== 'none',
  },
  {
    tier: 'high',
    reason: 'safetyComponent',
    applies: ({ safetyComponent }) => safetyComponent,
  },
  {
    tier: 'high',
    reason: 'biometrics',
    applies: ({ biometrics }) => !['none', 'verification'].includes(biometrics),
  },
  {
    tier: 'high',
    reason: 'annexIII',
    applies: ({ annexIII }) => annexIII !== 'none',
  },
  {
    tier: 'general',
    reason: 'generalPurpose',
    applies: ({ generalPurpose }) => generalPurpose,
  },
  {
    tier: 'limited',
    reason: 'talksToPeople',
    applies: ({ talksToPeople }) => talksToPeople,
  },
  {
    tier: 'limited',
    reason: 'generatesContent',
    applies: ({ generatesContent }) => generatesContent,
  },
  {
    tier: 'limited',
    reason: 'decidesAboutPeople',
    applies: ({ decidesAboutPeople, annexIII }) =>
      decidesAboutPeople && annexIII === 'none',
  },
];

/** What goes with a tier and does not change it. */
const remarks: Rule[] = [
  {
    tier: 'high',
    reason: 'exemption',
    applies: ({ annexIII, decidesAboutPeople }) =>
      annexIII !== 'none' && !decidesAboutPeople,
  },
  {
    tier: 'high',
    reason: 'emotionAtWorkOrSchool',
    applies: ({ biometrics, annexIII }) =>
      biometrics === 'emotion-recognition' &&
      ['employment', 'education'].includes(annexIII),
  },
  {
    tier: 'high',
    reason: 'noHumanReview',
    applies: ({ decidesAboutPeople, humanReviewsEveryDecision }) =>
      decidesAboutPeople && !humanReviewsEveryDecision,
  },
];

/**
 * The risk tier that answers speak for. It is a proposal: the strictest rule that
 * applies counts, and reviewers decide.
 *
 * The sources, all in Regulation (EU) 2024/1689, the AI Act:
 *
 * - Article 5(1): practices that are `prohibited`.
 * - Article 6(1): safety components of products that Annex I names are `high`.
 * - Article 6(2) with Annex III: biometrics other than verification (point 1) and
 *   the areas of points 2 to 8 are `high`. Article 6(3) exempts what does not
 *   materially influence a decision; as that has to be documented, the rule says
 *   so and does not apply it.
 * - Articles 51 to 55: models for general purposes are `general`.
 * - Article 50(1) and (2): what talks to people or makes content is `limited`.
 * - No article: what decides about people outside of those areas is `limited`, by
 *   our own default.
 *
 * Everything else is `minimal`. An answer that adds a risk never makes a tier
 * milder.
 *
 * @public
 */
export function proposeTier(answers: RiskAssessment): TierProposal {
  const found = rules.filter(({ applies }) => applies(answers));
  const proposed =
    riskTiers.find(tier => found.some(rule => rule.tier === tier)) ?? 'minimal';
  const told = [...found, ...remarks.filter(({ applies }) => applies(answers))];
  const reasons = told.map(({ reason }) => reason);
  return { proposed, reasons: reasons.length ? reasons : ['nothing'] };
}
