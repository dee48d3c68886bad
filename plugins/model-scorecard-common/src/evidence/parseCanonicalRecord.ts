import { z } from 'zod';
import { FieldProblem, jsonPointer } from '../json/jsonPointer';
import { CanonicalRecord } from './EvidenceRecord';

const text = z.string().min(1).max(2000);
const count = z.int().min(0);

const interval = z
  .strictObject({
    low: z.number(),
    high: z.number(),
    level: z.number().gt(0).lt(1).optional(),
    method: text.optional(),
  })
  .refine(ci => ci.low <= ci.high, {
    message: 'low must not be above high',
    path: ['low'],
  });

const metric = z
  .strictObject({
    key: text,
    value: z.number(),
    n: count.optional(),
    ci: interval.optional(),
    samples: z.array(z.number()).min(2).max(100_000).optional(),
    slice: z
      .object({
        attr: text.optional(),
        group: text.optional(),
        ref: text.optional(),
        n: count.optional(),
        nRef: count.optional(),
      })
      .optional(),
  })
  .superRefine(({ value, n, samples }, context) => {
    if (!samples) return;
    const mean = samples.reduce((sum, x) => sum + x, 0) / samples.length;
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (Math.abs(mean - value) > 1e-6 * Math.max(1, Math.abs(value)))
      refuse('value', `is not the mean of its samples, which is ${mean}`);
    if (n !== undefined && n !== samples.length)
      refuse(
        'n',
        `is not the number of its samples, which is ${samples.length}`,
      );
  });

const instant = z.iso
  .datetime({
    offset: true,
    error: 'must be an ISO 8601 time with a zone, such as 2026-11-20T09:00:00Z',
  })
  .transform(value => new Date(value).toISOString());

/** Zod schema of a canonical record; unknown members are dropped. */
const canonicalRecord = z.object({
  subject: z.object({ ref: text, version: text, digest: text }).optional(),
  kind: z
    .string()
    .max(100)
    .regex(/^[a-z][a-z0-9-]*$/, 'must be a word in lower case'),
  format: text.default('canonical/1'),
  tool: z.object({ name: text, version: text }),
  producedAt: instant,
  producer: z
    .object({
      issuer: text.optional(),
      sub: text.optional(),
      runUrl: text.optional(),
      commit: text.optional(),
    })
    .optional(),
  dataset: z
    .object({
      name: text,
      digest: text.optional(),
      split: text.optional(),
      n: count.optional(),
    })
    .optional(),
  metrics: z.array(metric).max(10_000).default([]),
  claims: z
    .record(
      z.string().max(200),
      z.union([
        z.string().max(20_000),
        z.number(),
        z.boolean(),
        z.array(z.string().max(2000)).max(1000),
      ]),
    )
    .optional(),
  raw: z.object({ uri: text.optional(), digest: text }).optional(),
});

/**
 * Outcome of {@link parseCanonicalRecord}.
 *
 * @public
 */
export type CanonicalRecordResult =
  | { ok: true; record: CanonicalRecord }
  | { ok: false; problems: FieldProblem[] };

/**
 * Reads a canonical record. Numbers must be finite numbers: with NaN,
 * `!(x > 0.1)` would pass, so NaN, Infinity, null and text are refused.
 *
 * @param path - JSON Pointer of the record in the request, put before each field
 * @public
 */
export function parseCanonicalRecord(
  value: unknown,
  path = '',
): CanonicalRecordResult {
  const result = canonicalRecord.safeParse(value);
  if (result.success) return { ok: true, record: result.data };
  const problems = result.error.issues.map(issue => ({
    path: `${path}${jsonPointer(issue.path)}`,
    message: issue.message,
  }));
  return { ok: false, problems };
}

/**
 * Why a well-formed record proves nothing; empty when it does prove something.
 *
 * @public
 */
export function problemsOfRecord(record: CanonicalRecord): string[] {
  const problems: string[] = [];
  const claims = Object.keys(record.claims ?? {});
  if (!record.metrics.length && !claims.length)
    problems.push('holds neither a metric nor a claim');
  if (record.dataset?.n === 0) problems.push('the dataset is empty');
  for (const { key, n } of record.metrics)
    if (n === 0) problems.push(`${key} was measured on nothing (n = 0)`);
  return problems;
}
