import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Value of the field: the answers, by question. */
export const tierProposalSchema = makeFieldSchema({
  output: z => z.record(z.unknown()),
});

/** Props that the form gives the field. */
export type TierProposalProps = typeof tierProposalSchema.TProps;
