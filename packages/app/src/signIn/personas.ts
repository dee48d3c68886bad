/** A demo user, as the sign-in page offers it. */
export interface Persona {
  name: string;
  title: string;
  team: string;
  firstSteps: string;
}

/** The demo users of the example organisation, in the order of the story. */
export const personas: Persona[] = [
  {
    name: 'data-scientist',
    title: 'Data scientist',
    team: 'risk-ml',
    firstSteps:
      'Open credit-risk, see what blocks version 8, create an inference service from version 7.',
  },
  {
    name: 'data-scientist-2',
    title: 'Data scientist, growth team',
    team: 'growth',
    firstSteps:
      'Open churn-telco-eu and find out which evidence version 4 lacks.',
  },
  {
    name: 'reviewer',
    title: 'Reviewer',
    team: 'model-risk',
    firstSteps:
      'Read the evidence of credit-risk 8, then approve or reject it.',
  },
  {
    name: 'ethics-reviewer',
    title: 'Ethics reviewer',
    team: 'ethics',
    firstSteps:
      'Give credit-risk 8 the second approval that its tier asks for.',
  },
  {
    name: 'finops',
    title: 'FinOps',
    team: 'finops',
    firstSteps: 'See what support-assistant costs a day, by version.',
  },
  {
    name: 'platform-engineer',
    title: 'Platform engineer',
    team: 'ml-platform',
    firstSteps: 'Look at the sources and run a sync.',
  },
];
