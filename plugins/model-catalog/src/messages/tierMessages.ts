import { tierReasons } from '@modelyard/plugin-model-catalog-common';

/** Texts of the tier that a form proposes. */
export const tierMessages = {
  what: 'Proposed risk tier',
  proposed:
    'Proposed risk tier: {{tier}}. The reviewers of the scorecard decide.',
  soFar_one:
    '{{count}} question is open. The answers so far speak for at least: {{tier}}.',
  soFar_other:
    '{{count}} questions are open. The answers so far speak for at least: {{tier}}.',
  refused:
    'This practice is prohibited, so the model is not registered. Talk to the reviewers.',
  reasons: tierReasons,
} as const;
