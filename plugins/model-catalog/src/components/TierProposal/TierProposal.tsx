import Box from '@mui/material/Box';
import { Proposal } from './Proposal';
import { TierProposalProps } from './tierProposalSchema';

/**
 * Field of a template form: the questions that the template lists as
 * `properties`, and below them the risk tier that the answers speak for.
 */
export function TierProposal(props: TierProposalProps) {
  const { formData, registry, uiSchema } = props;
  const { 'ui:field': _, ...ownUiSchema } = uiSchema;
  const { ObjectField } = registry.fields;
  return (
    <Box>
      <ObjectField {...props} uiSchema={ownUiSchema} />
      <Proposal value={formData} />
    </Box>
  );
}
