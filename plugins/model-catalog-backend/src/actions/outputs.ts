import { z } from 'zod/v3';

/** Note of an {@link AnswerCutter}. */
export const leftOutOutput = () =>
  z
    .record(z.number().int())
    .optional()
    .describe(
      'What was cut off to keep the answer small, by field: how many entries of a list, or characters of a text. Absent when the answer is complete.',
    );

const tombstoneOutput = () =>
  z
    .object({ at: z.string(), reason: z.string() })
    .passthrough()
    .optional()
    .describe('Present when it vanished from its source.');

/** A model as REST shows it. */
export const modelOutput = () =>
  z
    .object({
      ref: z.string(),
      title: z.string(),
      description: z.string().optional(),
      owner: z
        .string()
        .optional()
        .describe('Entity ref; absent when nobody owns the model.'),
      task: z.string().optional(),
      riskTier: z
        .string()
        .optional()
        .describe('As the registry proposes it; not a reviewed one.'),
      lifecycle: z.string().optional(),
      license: z.string().optional(),
      latestVersion: z
        .object({ version: z.string(), createdAt: z.string() })
        .passthrough()
        .optional(),
      aliases: z
        .record(z.string())
        .describe('Version that each alias points to now.'),
      versionCount: z.number().int(),
      source: z
        .object({
          id: z.string(),
          state: z.enum(['fresh', 'stale', 'failed']),
          syncedAt: z.string().optional(),
        })
        .passthrough()
        .describe('Where it was read from, and how fresh that is.'),
      tombstone: tombstoneOutput(),
      leftOut: leftOutOutput(),
    })
    .passthrough();

const metricOutput = () =>
  z.object({ name: z.string(), value: z.number() }).passthrough();

/** A version as in comparisons: without its metrics. */
export const versionHeadOutput = () =>
  z
    .object({
      version: z.string(),
      createdAt: z.string(),
      status: z.enum(['ready', 'pending', 'failed', 'removed']),
      stage: z.string().optional(),
      aliases: z.array(z.string()),
      digest: z.string(),
      digestKind: z
        .enum(['content', 'vcs', 'manifest', 'record'])
        .describe(
          '"record": a hash of what the registry says, which does not prove the content.',
        ),
      tombstone: tombstoneOutput(),
      conflict: z
        .object({ digest: z.string(), at: z.string() })
        .passthrough()
        .optional()
        .describe('Present when the source now tells otherwise.'),
    })
    .passthrough();

/** A version as REST shows it in lists. */
export const versionOutput = () =>
  versionHeadOutput().extend({
    metrics: z.array(metricOutput()),
    leftOut: leftOutOutput(),
  });

/** A version with everything that its registry tells. */
export const versionDetailOutput = () =>
  versionOutput().extend({
    artifacts: z.array(z.object({ uri: z.string() }).passthrough()),
    params: z.record(z.string()),
    datasets: z.array(z.object({ name: z.string() }).passthrough()),
    card: z
      .object({ text: z.string() })
      .passthrough()
      .optional()
      .describe('Markdown of the registry.'),
    source: z.object({ id: z.string(), nativeId: z.string() }).passthrough(),
  });

const differenceOutput = () =>
  z.object({
    name: z.string(),
    left: z.string().optional(),
    right: z.string().optional(),
  });

/** What differs between two versions. */
export const comparisonOutput = () =>
  z
    .object({
      left: versionHeadOutput(),
      right: versionHeadOutput(),
      metrics: z.array(
        z.object({
          name: z.string(),
          left: z.number().optional(),
          right: z.number().optional(),
          change: z.number().optional().describe('right − left'),
          better: z.enum(['left', 'right']).optional(),
        }),
      ),
      params: z.array(differenceOutput()),
      datasets: z.array(differenceOutput()),
      artifacts: z.array(differenceOutput()),
      card: z
        .object({
          changes: z.array(
            z.object({ kind: z.enum(['added', 'removed']), text: z.string() }),
          ),
        })
        .passthrough()
        .optional(),
      leftOut: leftOutOutput(),
    })
    .passthrough();

/** A page of something. */
export const pageOutput = <TItem extends z.AnyZodObject>(item: TItem) =>
  z.object({
    items: z.array(item),
    totalItems: z.number().int().describe('On all pages together.'),
    nextCursor: z
      .string()
      .optional()
      .describe('Hand it over as `cursor` for more; absent on the last page.'),
  });
