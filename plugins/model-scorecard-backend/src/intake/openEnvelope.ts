import {
  FieldProblem,
  jsonPointer,
  parseStrictJson,
} from '@modelyard/plugin-model-scorecard-common';
import { z } from 'zod';
import { EvidenceProducer, readEnvelope, verifyEnvelope } from './dsse';

/** Media type of in-toto statements. */
export const inTotoType = 'application/vnd.in-toto+json';

const bundle = z.looseObject({
  mediaType: z.string().startsWith('application/vnd.dev.sigstore.bundle'),
  dsseEnvelope: z.unknown(),
});

const statement = z.object({
  _type: z.enum([
    'https://in-toto.io/Statement/v1',
    'https://in-toto.io/Statement/v0.1',
  ]),
  subject: z
    .array(
      z.object({
        name: z.string().default(''),
        digest: z
          .record(z.string(), z.string())
          .refine(digest => Object.keys(digest).length > 0, {
            message: 'the subject has no digest',
          }),
      }),
    )
    .length(1, 'must name exactly one subject'),
  predicateType: z.string().min(1),
  predicate: z.unknown(),
});

/** An in-toto statement whose signature was verified. */
export type VerifiedStatement = z.infer<typeof statement>;

/** What a verified envelope says. */
export interface OpenedEnvelope {
  producer: EvidenceProducer;
  statement: VerifiedStatement;
}

/** Outcome of {@link openEnvelope}. */
export type EnvelopeResult =
  | { ok: true; opened: OpenedEnvelope }
  | { ok: false; problems: FieldProblem[] };

function refuse(path: string, message: string): EnvelopeResult {
  return { ok: false, problems: [{ path, message }] };
}

function underPayload(problems: FieldProblem[]): EnvelopeResult {
  return {
    ok: false,
    problems: problems.map(({ path, message }) => ({
      path: `/payload${path}`,
      message,
    })),
  };
}

/** Whether a document means to be a Sigstore bundle around an envelope. */
export function looksLikeBundle(document: unknown): boolean {
  return bundle.safeParse(document).success;
}

/**
 * Verifies a DSSE envelope, alone or in a Sigstore bundle, over the bytes of its
 * payload, then reads the in-toto statement in it. Nothing of an envelope is
 * believed before a configured producer's key has verified it.
 */
export function openEnvelope(
  document: unknown,
  producers: readonly EvidenceProducer[],
): EnvelopeResult {
  const wrapped = bundle.safeParse(document);
  const envelope = readEnvelope(
    wrapped.success ? wrapped.data.dsseEnvelope : document,
  );
  if (!envelope)
    return refuse('', 'is no DSSE envelope: payload, payloadType, signatures');
  if (envelope.payloadType !== inTotoType)
    return refuse('/payloadType', `must be ${inTotoType}`);
  const producer = verifyEnvelope(envelope, producers);
  if (!producer)
    return refuse(
      '/signatures',
      'no configured producer has signed this; add its key under modelScorecard.evidence.producers',
    );
  const text = Buffer.from(envelope.payload, 'base64').toString('utf8');
  const json = parseStrictJson(text);
  if (!json.ok) return underPayload(json.problems);
  const parsed = statement.safeParse(json.value);
  if (parsed.success)
    return { ok: true, opened: { producer, statement: parsed.data } };
  return underPayload(
    parsed.error.issues.map(issue => ({
      path: jsonPointer(issue.path),
      message: issue.message,
    })),
  );
}
