import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { TierProposal } from './TierProposal';
import { tierProposalSchema } from './tierProposalSchema';
import { validateAssessment } from './validateAssessment';

/** The field `TierProposal` of template forms. */
export const tierProposalField = createFormField({
  name: 'TierProposal',
  component: TierProposal,
  schema: tierProposalSchema,
  validation: validateAssessment,
});
