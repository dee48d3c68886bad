import { z } from 'zod';
import { triggerSchema } from './scalingSchema';

const count = z.number().int();

const scheduleSchema = z.strictObject({
  kind: z.literal('schedule'),
  cron: z.string().describe('Five fields, as in crontab.'),
  timeZone: z
    .string()
    .optional()
    .describe('Name of the tz database; UTC when absent.'),
  engine: z.enum(['cronjob', 'argo-workflows']).optional(),
});

/** What a retraining job or a batch inference does, and when. */
export const jobSchema = z.strictObject({
  trigger: z
    .discriminatedUnion('kind', [scheduleSchema, ...triggerSchema.options])
    .optional()
    .describe('Only for "retraining-job": weekly when absent.'),
  command: z.array(z.string()).max(50).optional(),
  args: z.array(z.string()).max(50).optional(),
  timeoutMinutes: count
    .optional()
    .describe('After this long a run is given up; 240 when absent.'),
  retries: count.optional().describe('2 when absent.'),
  input: z
    .string()
    .optional()
    .describe('Address of the data that is read, as the variable "INPUT_URI".'),
  output: z
    .string()
    .optional()
    .describe('Address of what is written, as the variable "OUTPUT_URI".'),
});
