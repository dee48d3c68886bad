import {
  FieldProblem,
  jsonPointer,
  parseStrictJson,
} from '@modelyard/plugin-model-scorecard-common';
import { z } from 'zod';
import { KeyProducer, readEnvelope, verifyEnvelope } from './dsse';
import { CertificateProducer, openBundle } from './sigstoreBundle';

/** Media type of in-toto statements. */
export const inTotoType = 'application/vnd.in-toto+json';

/** A producer of evidence whose signatures are trusted. */
export type EvidenceProducer = KeyProducer | CertificateProducer;

const bundle = z.looseObject({
  mediaType: z.string().startsWith('application/vnd.dev.sigstore.bundle'),
  dsseEnvelope: z.unknown(),
});
const certificateBundle = bundle.extend({
  verificationMaterial: z.union([
    z.looseObject({ certificate: z.unknown().refine(Boolean) }),
    z.looseObject({ x509CertificateChain: z.unknown().refine(Boolean) }),
  ]),
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
  producer: { name: string; issuer?: string; sub?: string };
  statement: VerifiedStatement;
}

/** Outcome of {@link openEnvelope}. */
export type EnvelopeResult = { ok: true; opened: OpenedEnvelope } | Refusal;

type Refusal = { ok: false; problems: FieldProblem[] };

function refuse(path: string, message: string): Refusal {
  return { ok: false, problems: [{ path, message }] };
}

function underPayload(problems: FieldProblem[]): Refusal {
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

type Verified =
  | Refusal
  | {
      ok: true;
      producer: OpenedEnvelope['producer'];
      payloadType: string;
      payload: Buffer;
    };

/** An envelope that a producer has signed with its own key. */
function verifyWithKeys(
  document: unknown,
  producers: readonly KeyProducer[],
): Verified {
  const envelope = readEnvelope(document);
  if (!envelope)
    return refuse('', 'is no DSSE envelope: payload, payloadType, signatures');
  const producer = verifyEnvelope(envelope, producers);
  if (!producer)
    return refuse(
      '/signatures',
      'no configured producer has signed this; add its key under modelScorecard.evidence.producers',
    );
  return {
    ok: true,
    producer: { name: producer.name },
    payloadType: envelope.payloadType,
    payload: Buffer.from(envelope.payload, 'base64'),
  };
}

/** A bundle that was signed with a certificate. */
function verifyWithCertificates(
  document: unknown,
  producers: readonly CertificateProducer[],
): Verified {
  const result = openBundle(document, producers);
  return result.ok
    ? { ok: true, ...result.opened }
    : refuse(result.path, result.message);
}

function verify(
  document: unknown,
  producers: readonly EvidenceProducer[],
): Verified {
  if (certificateBundle.safeParse(document).success)
    return verifyWithCertificates(
      document,
      producers.filter(one => 'verifier' in one),
    );
  const wrapped = bundle.safeParse(document);
  return verifyWithKeys(
    wrapped.success ? wrapped.data.dsseEnvelope : document,
    producers.filter(one => 'publicKey' in one),
  );
}

/**
 * Verifies a DSSE envelope, alone or in a Sigstore bundle, over the bytes of its
 * payload, then reads the in-toto statement in it. Nothing of an envelope is
 * believed before a configured producer has been proven to have signed it.
 */
export function openEnvelope(
  document: unknown,
  producers: readonly EvidenceProducer[],
): EnvelopeResult {
  const verified = verify(document, producers);
  if (!verified.ok) return verified;
  const { producer, payloadType, payload } = verified;
  if (payloadType !== inTotoType)
    return refuse('/payloadType', `must be ${inTotoType}`);
  const json = parseStrictJson(payload.toString('utf8'));
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
