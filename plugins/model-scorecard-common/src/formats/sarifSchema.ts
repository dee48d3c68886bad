import { z } from 'zod';

const level = z.enum(['none', 'note', 'warning', 'error']);

/** The level of a result, as SARIF 2.1.0 names it. */
export type SarifLevel = z.infer<typeof level>;

/** Schema of one rule of a tool component. */
export const sarifRule = z.looseObject({
  id: z.string(),
  defaultConfiguration: z.looseObject({ level: level.nullish() }).nullish(),
});

/** Schema of one result of a run. */
export const sarifResult = z.looseObject({
  ruleId: z.string().nullish(),
  ruleIndex: z.int().nullish(),
  rule: z
    .looseObject({
      id: z.string().nullish(),
      index: z.int().nullish(),
      toolComponent: z.looseObject({ index: z.int().nullish() }).nullish(),
    })
    .nullish(),
  kind: z.string().nullish(),
  level: level.nullish(),
  baselineState: z.string().nullish(),
  suppressions: z
    .array(z.looseObject({ status: z.string().nullish() }))
    .nullish(),
});

/** Schema of one invocation of a tool. */
export const sarifInvocation = z.looseObject({
  executionSuccessful: z.boolean(),
  endTimeUtc: z.string().nullish(),
  toolExecutionNotifications: z
    .array(z.looseObject({ level: level.nullish() }))
    .nullish(),
});
