import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';
import {
  EvidenceInput,
  parseStrictJson,
  RiskTier,
  riskTiers,
} from '@modelyard/plugin-model-scorecard-common';
import { parse } from 'yaml';
import { z } from 'zod';

const subject = z.object({
  ref: z.string(),
  version: z.string(),
  digest: z.string(),
});

const evidence = z.looseObject({
  subject,
  format: z.string(),
  document: z.unknown().optional(),
  text: z.string().optional(),
  producedAt: z.iso.datetime({ offset: true }).optional(),
});

const registrations = z.array(
  z.object({
    ref: z.string(),
    tier: z.enum(riskTiers),
    purpose: z.string(),
    personalData: z.boolean().optional(),
    by: z.string(),
    at: z.iso.datetime(),
  }),
);

const reviews = z.array(
  z.object({
    subject,
    environment: z.string(),
    role: z.string(),
    decision: z.enum(['approve', 'reject', 'request_changes']),
    comment: z.string(),
    by: z.string(),
    at: z.iso.datetime(),
  }),
);

/** A decision as `reviews.yaml` holds it. */
export type ExampleReview = z.infer<typeof reviews>[number];

/** A registration as `registrations.yaml` holds it. */
export interface ExampleRegistration {
  ref: string;
  tier: RiskTier;
  purpose: string;
  by: string;
  at: string;
}

/** One file of evidence: a body of POST /evidence, or an envelope. */
export type ExampleDocument = { file: string } & (
  { input: EvidenceInput } | { envelope: unknown }
);

/** What a folder of examples holds. */
export interface ExampleFolder {
  documents: ExampleDocument[];
  registrations: ExampleRegistration[];
  reviews: ExampleReview[];
}

async function readYaml<T>(
  file: string,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const result = schema.safeParse(parse(text));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new InputError(`${file} /${issue.path.join('/')}: ${issue.message}`);
}

async function readDocument(file: string): Promise<ExampleDocument> {
  const json = parseStrictJson(await readFile(file, 'utf8'));
  if (!json.ok) {
    const [problem] = json.problems;
    throw new InputError(`${file} ${problem.path}: ${problem.message}`);
  }
  if (file.endsWith('.dsse.json')) return { file, envelope: json.value };
  const input = evidence.safeParse(json.value);
  if (input.success) return { file, input: input.data };
  const [issue] = input.error.issues;
  throw new InputError(`${file} /${issue.path.join('/')}: ${issue.message}`);
}

/**
 * Reads `<target>/<model>/<version>/*.json`, and registrations and reviews when
 * they are wanted.
 *
 * @throws InputError naming the file and the field
 */
export async function readExampleFolder(
  target: string,
  withReviews: boolean,
): Promise<ExampleFolder> {
  const entries = await readdir(target, {
    recursive: true,
    withFileTypes: true,
  });
  const files = entries
    .filter(entry => entry.isFile() && entry.name.endsWith('.json'))
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
  const documents: ExampleDocument[] = [];
  for (const file of files) documents.push(await readDocument(file));
  const yaml = <T>(name: string, schema: z.ZodType<T[]>) =>
    withReviews ? readYaml(join(target, name), schema) : undefined;
  return {
    documents,
    registrations: (await yaml('registrations.yaml', registrations)) ?? [],
    reviews: (await yaml('reviews.yaml', reviews)) ?? [],
  };
}
