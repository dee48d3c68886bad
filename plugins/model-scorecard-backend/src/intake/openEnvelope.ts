import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  FieldProblem,
  parseStrictJson,
  ScorecardSubject,
} from '@modelyard/plugin-model-scorecard-common';
import { z } from 'zod';
import { EvidenceProducer, readEnvelope, verifyEnvelope } from './dsse';

/** Media type of in-toto statements. */
export const inTotoType = 'application/vnd.in-toto+json';
/** Predicate type of a canonical record. */
export const evidencePredicateType = 'https://modelyard.io/evidence/v1';

const statement = z.object({
  _type: z.enum([
    'https://in-toto.io/Statement/v1',
    'https://in-toto.io/Statement/v0.1',
  ]),
  subject: z
    .array(
      z.object({
        name: z.string(),
        digest: z.record(z.string(), z.string()),
      }),
    )
    .length(1, 'must name exactly one subject'),
  predicateType: z.literal(evidencePredicateType),
  predicate: z.looseObject({
    subject: z
      .object({ ref: z.string(), version: z.string(), digest: z.string() })
      .optional(),
  }),
});

type Statement = z.infer<typeof statement>;

/** What a verified envelope says. */
export interface OpenedEnvelope {
  producer: EvidenceProducer;
  /** What the statement is about; the digest is the signed one. */
  subject: ScorecardSubject;
  /** A canonical record that is yet to be read. */
  predicate: unknown;
}

/** Outcome of {@link openEnvelope}. */
export type EnvelopeResult =
  | { ok: true; opened: OpenedEnvelope }
  | { ok: false; problems: FieldProblem[] };

function refuse(path: string, message: string): EnvelopeResult {
  return { ok: false, problems: [{ path, message }] };
}

/** The version in `model:default/credit-risk@7`. */
function parseName(name: string): { ref: string; version: string } | undefined {
  const at = name.lastIndexOf('@');
  if (at < 1) return undefined;
  try {
    const entity = parseEntityRef(name.slice(0, at), {
      defaultKind: 'model',
      defaultNamespace: 'default',
    });
    return { ref: stringifyEntityRef(entity), version: name.slice(at + 1) };
  } catch {
    return undefined;
  }
}

function subjectOf({
  subject: [subject],
  predicate,
}: Statement): ScorecardSubject | string {
  const digests = Object.entries(subject.digest);
  const [algorithm, hex] =
    digests.find(([name]) => name === 'sha256') ?? digests[0] ?? [];
  if (!hex) return 'the subject has no digest';
  const digest = algorithm === 'gitCommit' ? hex : `${algorithm}:${hex}`;
  const named = predicate.subject ?? parseName(subject.name);
  if (!named)
    return 'neither the name <model ref>@<version> nor predicate.subject says which version this is about';
  if (predicate.subject && predicate.subject.digest !== digest)
    return 'the signed subject and predicate.subject have different digests';
  return { ref: named.ref, version: named.version, digest };
}

/**
 * Verifies a DSSE envelope over the bytes of its payload, then reads the in-toto
 * statement in it. Nothing of an envelope is believed before a configured
 * producer's key has verified it.
 */
export function openEnvelope(
  document: unknown,
  producers: readonly EvidenceProducer[],
): EnvelopeResult {
  const envelope = readEnvelope(document);
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
  const under = (problems: FieldProblem[]): EnvelopeResult => ({
    ok: false,
    problems: problems.map(({ path, message }) => ({
      path: `/payload${path}`,
      message,
    })),
  });
  if (!json.ok) return under(json.problems);
  const parsed = statement.safeParse(json.value);
  if (!parsed.success)
    return under(
      parsed.error.issues.map(issue => ({
        path: issue.path.map(key => `/${String(key)}`).join(''),
        message: issue.message,
      })),
    );
  const subject = subjectOf(parsed.data);
  if (typeof subject === 'string') return refuse('/payload/subject/0', subject);
  return {
    ok: true,
    opened: { producer, subject, predicate: parsed.data.predicate },
  };
}
