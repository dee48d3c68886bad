import { z } from 'zod';
import { riskTiers } from './CheckPack';

const secondsOf: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400 };

const duration = z
  .string()
  .regex(/^[1-9]\d*[smhd]$/, 'must be a duration such as 90d or 12h')
  .transform(text => Number(text.slice(0, -1)) * secondsOf[text.slice(-1)]);

const word = z.string().min(1).max(200);
const sentence = z.string().min(1).max(2000);
const tier = z.enum(riskTiers);
const severity = z.enum(['blocker', 'waivable']);
const names = z.array(word).min(1, 'must not be empty');

const bound = z.union([
  z
    .strictObject({ low: z.number().optional(), high: z.number().optional() })
    .refine(b => b.low !== undefined || b.high !== undefined, {
      message: 'needs low or high',
    }),
  z.strictObject({ targetClaim: word, higherIsBetterClaim: word }),
]);

const check = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z][a-z0-9]*(\.[a-z][a-z0-9-]*)+$/, 'must look like fair.spd'),
    area: word,
    title: sentence,
    rule: sentence,
    evidence: z.union([word, names]).transform(kinds => [kinds].flat()),
    severity: z.union([
      severity,
      z.strictObject({
        otherwise: severity,
        prohibited: severity.optional(),
        high: severity.optional(),
        general: severity.optional(),
        limited: severity.optional(),
        minimal: severity.optional(),
      }),
    ]),
    applies: z
      .strictObject({
        tier: z.array(tier).min(1, 'must not be empty').optional(),
        notInEnvironment: names.optional(),
        personalData: z.literal(true).optional(),
        unlessPass: names.optional(),
      })
      .optional(),
    trust: z.literal('signed').optional(),
    metrics: names.default([]),
    claims: names.default([]),
    attributes: names.default([]),
    interval: z.enum(['required', 'optional']).default('optional'),
    minN: z
      .strictObject({
        total: z.int().min(1).optional(),
        perGroup: z.int().min(1).optional(),
      })
      .optional(),
    maxAge: duration.optional(),
    bound: bound.optional(),
    params: z.record(word, z.unknown()).default({}),
    roles: z.partialRecord(tier, names).optional(),
    expr: z.string().min(1).max(5000),
    reasons: z
      .strictObject({ pass: sentence.optional(), fail: sentence.optional() })
      .default({}),
    controls: z.array(word),
    remedy: sentence,
  })
  .superRefine((value, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    const asksPeople = value.evidence.includes('review');
    if (asksPeople && value.evidence.length > 1)
      refuse('evidence', 'review goes with no other kind');
    if (asksPeople !== (value.roles !== undefined))
      refuse('roles', 'go with evidence `review`, and only with it');
    for (const name of asksPeople && value.roles
      ? (value.applies?.tier ?? riskTiers)
      : [])
      if (!value.roles?.[name])
        refuse('roles', `names nobody for tier ${name}, to which it applies`);
    if (value.bound && !value.metrics.length)
      refuse('bound', 'needs metrics that it bounds');
    for (const name of value.metrics.filter(n => n.startsWith('@')))
      if (!value.claims.includes(name.slice(1)))
        refuse('metrics', `${name} needs ${name.slice(1)} under claims`);
  });

const verdict = z.enum([
  'pass',
  'fail',
  'no_evidence',
  'insufficient',
  'stale',
  'invalid',
  'error',
  'waived',
  'not_applicable',
]);

const fixtureRecord = z.strictObject({
  kind: word,
  trust: z.enum(['signed', 'oidc', 'manual']).default('manual'),
  age: duration.default(86_400),
  problems: z.array(sentence).default([]),
  invalid: z.literal(true).optional(),
  otherDigest: z.literal(true).optional(),
  dataset: z.looseObject({ name: word, n: z.int().optional() }).optional(),
  producer: z.looseObject({ name: word.optional() }).optional(),
  metrics: z.array(z.looseObject({ key: word, value: z.number() })).default([]),
  claims: z.record(word, z.unknown()).default({}),
});

const fixture = z.strictObject({
  name: sentence,
  given: z.strictObject({
    tier: tier.optional(),
    personalData: z.boolean().optional(),
    environment: word.default('prod'),
    evidence: z.array(fixtureRecord).default([]),
    reviews: z
      .array(
        z.strictObject({
          role: word,
          decision: z
            .enum(['approve', 'reject', 'request_changes'])
            .default('approve'),
          by: word.optional(),
        }),
      )
      .default([]),
  }),
  expect: z
    .strictObject({
      gate: z.enum(['open', 'closed']).optional(),
      checks: z.record(word, verdict).default({}),
    })
    .refine(
      ({ gate, checks }) => gate !== undefined || Object.keys(checks).length,
      { message: 'expects nothing; name a gate or checks' },
    ),
});

/**
 * Facts given to a pack, and the verdicts expected of it.
 *
 * @public
 */
export type PackFixture = z.infer<typeof fixture>;

/** Zod schema of a check pack in YAML. */
export const packSchema = z.strictObject({
  apiVersion: z.literal('modelyard.io/v1alpha1'),
  kind: z.literal('CheckPack'),
  id: word,
  version: word,
  title: sentence,
  description: sentence.optional(),
  checks: z
    .array(check)
    .min(1, 'must not be empty')
    .superRefine((checks, context) => {
      checks.forEach(({ id, applies }, index) => {
        const refuse = (path: PropertyKey[], message: string) =>
          context.addIssue({ code: 'custom', path: [index, ...path], message });
        const before = checks.slice(0, index).map(other => other.id);
        if (before.includes(id)) refuse(['id'], `${id} occurs twice`);
        applies?.unlessPass?.forEach((other, at) => {
          if (!before.includes(other))
            refuse(
              ['applies', 'unlessPass', at],
              `${other} is no check before this one`,
            );
        });
      });
    }),
  fixtures: z.array(fixture).default([]),
});
