import { SourceUsage } from '@modelyard/plugin-model-cost-node';
import { z } from 'zod';

const count = z.number().nonnegative().optional();

const entry = z
  .strictObject({
    labels: z.record(z.string(), z.string()),
    requests: count,
    failedRequests: count,
    promptTokens: count,
    generatedTokens: count,
    gpuHoursUsed: count,
    latencySeconds: z
      .strictObject({ p50: count, p95: count, p99: count })
      .optional(),
  })
  .refine(
    ({ requests, failedRequests = 0 }) => failedRequests <= (requests ?? 0),
    { path: ['failedRequests'], message: 'more than `requests`' },
  );

const document = z.strictObject({ usage: z.array(entry) });

/**
 * Reads a document `{ "usage": [{ "labels": {…}, "requests": 1, … }] }`: one entry per
 * service, or per model and version, with the labels that its pods carry.
 *
 * @throws when a field is not what it is to be, naming file and field
 */
export function parseUsageDay(content: unknown, file: string): SourceUsage[] {
  const parsed = document.safeParse(content);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    const field = path.map(String).join('.') || 'the document';
    throw new Error(
      `${file}, field ${field}: ${message}; write {"usage": [{"labels": {"modelyard.io/service": "…"}, "requests": 1}]}`,
    );
  }
  return parsed.data.usage.map(({ labels, ...numbers }, index) => ({
    name: Object.values(labels).join(' ') || `entry ${index + 1}`,
    labels: new Map(Object.entries(labels)),
    ...numbers,
  }));
}
