import fc from 'fast-check';
import { proposeTier } from './proposeTier';
import {
  annexIIIAreas,
  biometricUses,
  prohibitedPractices,
  RiskAssessment,
} from './riskAssessmentSchema';
import { riskTiers } from './riskTiers';
import { harmlessAnswers } from '../__testUtils__/registrations';

const answers: fc.Arbitrary<RiskAssessment> = fc.record({
  prohibitedPractice: fc.constantFrom(...prohibitedPractices),
  annexIII: fc.constantFrom(...annexIIIAreas),
  biometrics: fc.constantFrom(...biometricUses),
  safetyComponent: fc.boolean(),
  decidesAboutPeople: fc.boolean(),
  humanReviewsEveryDecision: fc.boolean(),
  talksToPeople: fc.boolean(),
  generatesContent: fc.boolean(),
  generalPurpose: fc.boolean(),
});

describe('proposeTier', () => {
  it.each<[string, Partial<RiskAssessment>, string, string[]]>([
    ['nothing at all', {}, 'minimal', ['nothing']],
    [
      'a prohibited practice',
      { prohibitedPractice: 'social-scoring', talksToPeople: true },
      'prohibited',
      ['prohibitedPractice', 'talksToPeople'],
    ],
    [
      'an area of Annex III',
      { annexIII: 'essential-services', decidesAboutPeople: true },
      'high',
      ['annexIII'],
    ],
    [
      'an area of Annex III without a decision',
      { annexIII: 'education' },
      'high',
      ['annexIII', 'exemption'],
    ],
    [
      'emotions at work',
      { annexIII: 'employment', biometrics: 'emotion-recognition' },
      'high',
      ['biometrics', 'annexIII', 'exemption', 'emotionAtWorkOrSchool'],
    ],
    ['verification', { biometrics: 'verification' }, 'minimal', ['nothing']],
    [
      'identification',
      { biometrics: 'identification' },
      'high',
      ['biometrics'],
    ],
    ['a safety part', { safetyComponent: true }, 'high', ['safetyComponent']],
    [
      'a chat',
      { talksToPeople: true, generatesContent: true },
      'limited',
      ['talksToPeople', 'generatesContent'],
    ],
    [
      'a model for general purposes',
      { generalPurpose: true, generatesContent: true },
      'general',
      ['generalPurpose', 'generatesContent'],
    ],
    [
      'decisions that nobody reviews',
      { decidesAboutPeople: true, humanReviewsEveryDecision: false },
      'limited',
      ['decidesAboutPeople', 'noHumanReview'],
    ],
  ])('%s', (_title, change, proposed, reasons) => {
    expect(proposeTier({ ...harmlessAnswers, ...change })).toEqual({
      proposed,
      reasons,
    });
  });

  it('never gets milder by an answer that adds a risk', () => {
    const strictness = (given: RiskAssessment) =>
      riskTiers.indexOf(proposeTier(given).proposed);
    const risks = [
      'safetyComponent',
      'decidesAboutPeople',
      'talksToPeople',
      'generatesContent',
      'generalPurpose',
    ] as const;
    fc.assert(
      fc.property(answers, fc.constantFrom(...risks), (given, risk) => {
        const without = strictness({ ...given, [risk]: false });
        expect(strictness({ ...given, [risk]: true })).toBeLessThanOrEqual(
          without,
        );
      }),
    );
    fc.assert(
      fc.property(answers, answers, (given, other) => {
        const area = { ...given, annexIII: other.annexIII };
        const none = { ...given, annexIII: 'none' as const };
        expect(strictness(area)).toBeLessThanOrEqual(strictness(none));
      }),
    );
  });

  it('prohibits by Article 5 and nothing else', () => {
    fc.assert(
      fc.property(answers, given => {
        expect(proposeTier(given).proposed === 'prohibited').toBe(
          given.prohibitedPractice !== 'none',
        );
      }),
    );
  });
});
