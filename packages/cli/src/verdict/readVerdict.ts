import { KeyObject } from 'node:crypto';
import { DsseEnvelope } from '@modelyard/plugin-model-scorecard-common';
import { z } from 'zod';
import { OutcomeError } from '../OutcomeError';
import { inTotoType, isSignedBy } from './dsse';

const envelope = z.object({
  payload: z.string(),
  payloadType: z.literal(inTotoType),
  signatures: z
    .array(z.object({ keyid: z.string().optional(), sig: z.string() }))
    .min(1),
});

const statement = z.object({
  _type: z.literal('https://in-toto.io/Statement/v1'),
  subject: z
    .array(
      z.object({
        name: z.string(),
        digest: z.record(z.string(), z.string()),
      }),
    )
    .length(1),
  predicateType: z.literal('https://slsa.dev/verification_summary/v1'),
  predicate: z.looseObject({
    timeVerified: z.iso.datetime(),
    verificationResult: z.enum(['PASSED', 'FAILED']),
    environment: z.string(),
    blockers: z.array(z.string()),
    validUntil: z.iso.datetime(),
    sequence: z.int(),
    tier: z.string().optional(),
  }),
});

/** A verdict whose signature was verified. */
export interface Verdict {
  ref: string;
  version: string;
  /** `sha256:<hex>`, or a bare commit id. */
  digest: string;
  environment: string;
  isOpen: boolean;
  blockers: string[];
  tier?: string;
  /** UTC ISO 8601. */
  timeVerified: string;
  validUntil: string;
  sequence: number;
}

/** What a verdict has to be about. */
export interface ExpectedVerdict {
  ref: string;
  version: string;
  environment: string;
  digest?: string;
  /** Moment at which it must hold, UTC ISO 8601. */
  at: string;
}

function refuse(message: string): OutcomeError {
  return new OutcomeError(message, 4);
}

function digestOf(digests: Record<string, string>): string {
  const [algorithm, hex] = Object.entries(digests)[0] ?? ['', ''];
  return algorithm === 'gitCommit' ? hex : `${algorithm}:${hex}`;
}

/**
 * Verifies a signed verdict over the bytes of its payload and reads it.
 *
 * @param name - what messages call it
 * @throws OutcomeError when no key has signed it, or when it is no verdict
 */
export function readVerdict(
  document: unknown,
  keys: readonly KeyObject[],
  name: string,
): Verdict {
  const sealed = envelope.safeParse(document).data as DsseEnvelope | undefined;
  if (!sealed) throw refuse(`${name} is no signed statement (DSSE of in-toto)`);
  if (!isSignedBy(sealed, keys))
    throw refuse(
      `${name} was signed by none of the given keys; don't trust it`,
    );
  const text = Buffer.from(sealed.payload, 'base64').toString('utf8');
  const parsed = statement.safeParse(JSON.parse(text));
  if (!parsed.success)
    throw refuse(
      `${name} is signed, but is no verdict: ${parsed.error.issues[0].path.join('.')} ${parsed.error.issues[0].message}`,
    );
  const { subject, predicate } = parsed.data;
  const [{ name: about, digest }] = subject;
  const at = about.lastIndexOf('@');
  const { verificationResult, ...said } = predicate;
  return {
    ...said,
    ref: about.slice(0, at),
    version: about.slice(at + 1),
    digest: digestOf(digest),
    isOpen: verificationResult === 'PASSED' && !said.blockers.length,
  };
}

/**
 * The verdict that counts: the newest one about the version and environment.
 *
 * @throws OutcomeError when none is, or when it is about other content or no
 *   longer valid
 */
export function chooseVerdict(
  verdicts: readonly Verdict[],
  expected: ExpectedVerdict,
): Verdict {
  const { ref, version, environment, digest, at } = expected;
  const what = `${ref} ${version} in ${environment}`;
  const [newest] = verdicts
    .filter(
      verdict =>
        verdict.ref === ref &&
        verdict.version === version &&
        verdict.environment === environment,
    )
    .sort(
      (a, b) =>
        b.timeVerified.localeCompare(a.timeVerified) || b.sequence - a.sequence,
    );
  if (!newest) throw refuse(`none of the statements is about ${what}`);
  if (digest !== undefined && newest.digest !== digest)
    throw refuse(
      `the verdict on ${what} is about ${newest.digest}, but what is here has ${digest}`,
    );
  if (newest.validUntil < at)
    throw refuse(
      `the verdict on ${what} was valid until ${newest.validUntil}; ask for a new one`,
    );
  return newest;
}
