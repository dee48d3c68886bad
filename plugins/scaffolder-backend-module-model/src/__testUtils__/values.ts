import { ModelRegistration } from '@modelyard/plugin-model-catalog-common';

/** What the form of the template sends, with what a test changes. */
export function formValues(changes: object = {}) {
  const values: ModelRegistration = {
    name: 'credit-risk',
    title: 'Credit risk',
    description: 'Estimates whether a consumer loan will be repaid.',
    owner: 'group:default/risk-ml',
    type: 'classifier',
    task: 'tabular-classification',
    license: 'Apache-2.0',
    tags: ['risk'],
    weights: {
      uri: 's3://models/credit-risk/1/model.joblib',
      digest: `sha256:${'a'.repeat(64)}`,
      createdAt: '2026-11-12T09:30:00.000Z',
    },
    intendedUse: 'Scoring of consumer loans. A clerk decides.',
    outOfScopeUse: 'Not for pricing.',
    datasets: [{ name: 'loans', role: 'train' }],
    metrics: [{ name: 'roc_auc', value: 0.87, minimum: 0.8 }],
    assessment: {
      prohibitedPractice: 'none',
      annexIII: 'essential-services',
      biometrics: 'none',
      safetyComponent: false,
      decidesAboutPeople: true,
      humanReviewsEveryDecision: true,
      talksToPeople: false,
      generatesContent: false,
      generalPurpose: false,
    },
    repository: {},
    pipeline: 'github',
  };
  return Object.assign(values, changes);
}
