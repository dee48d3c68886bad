import { ModelRegistration } from '../registration/modelRegistrationSchema';
import { RiskAssessment } from '../tier/riskAssessmentSchema';

/** Answers that no rule minds. */
export const harmlessAnswers: RiskAssessment = {
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

/** A digest of 64 times the same digit. */
export const digestOf = (digit: string) => `sha256:${digit.repeat(64)}`;

/** A registration that uses every field, with what a test changes. */
export function registration(
  changes: Partial<ModelRegistration> = {},
): ModelRegistration {
  return {
    name: 'credit-risk',
    title: 'Credit risk',
    description: 'Estimates whether a consumer loan will be repaid.',
    owner: 'group:default/risk-ml',
    system: 'system:default/lending',
    type: 'classifier',
    task: 'tabular-classification',
    framework: 'scikit-learn 1.9.1',
    license: 'Apache-2.0',
    tags: ['risk', 'tabular'],
    weights: {
      uri: 's3://models/credit-risk/1/model.joblib',
      digest: digestOf('a'),
      createdAt: '2026-11-12T09:30:00Z',
      format: 'joblib',
    },
    intendedUse: 'Scoring of consumer loans.\n\nA clerk decides.',
    outOfScopeUse: 'Not for pricing.',
    datasets: [
      {
        name: 'loans-2026q3',
        ref: 'resource:default/loans',
        digest: digestOf('b'),
        role: 'train',
      },
      { name: 'loans-2026q4', role: 'test' },
    ],
    metrics: [
      { name: 'roc_auc', value: 0.87, minimum: 0.8, dataset: 'loans-2026q4' },
      { name: 'log_loss', value: 0.41, maximum: 0.5 },
      { name: 'n_features', value: 12 },
    ],
    assessment: {
      ...harmlessAnswers,
      annexIII: 'essential-services',
      decidesAboutPeople: true,
    },
    pipeline: 'github',
    ...changes,
  };
}
