import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { ServiceInput } from '@modelyard/plugin-model-delivery-common';
import { FieldProps } from '../form/fieldProps';

/** What a job does, and when. */
export type JobValue = NonNullable<ServiceInput['job']>;

/** What starts a job. */
export type JobTrigger = NonNullable<JobValue['trigger']>;

/** Value of the field. */
export const jobFieldSchema = makeFieldSchema({
  output: z => z.custom<JobValue>(),
});

/** What the field uses of the props that the form gives it. */
export type JobFieldProps = FieldProps<JobValue>;
