import {
  RiskAssessment,
  riskAssessmentSchema,
} from '@modelyard/plugin-model-catalog-common';

/** Answers that speak for nothing; they stand in for those that are still open. */
const harmless: RiskAssessment = {
  prohibitedPractice: 'none',
  annexIII: 'none',
  biometrics: 'none',
  safetyComponent: false,
  decidesAboutPeople: false,
  humanReviewsEveryDecision: true,
  talksToPeople: false,
  generatesContent: false,
  generalPurpose: false,
};

/** What was answered so far, and how many questions are open. */
export interface Answers {
  answers: RiskAssessment;
  open: number;
}

/** Reads the answers of a form; one that no question knows counts as open. */
export function readAnswers(value: unknown): Answers {
  const parsed = riskAssessmentSchema.partial().safeParse(value ?? {});
  const given = parsed.success ? parsed.data : {};
  const answered = Object.values(given).filter(answer => answer !== undefined);
  const known = Object.fromEntries(
    Object.entries(given).filter(([, answer]) => answer !== undefined),
  );
  return {
    answers: { ...harmless, ...known },
    open: Object.keys(harmless).length - answered.length,
  };
}
