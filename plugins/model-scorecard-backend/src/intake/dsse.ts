import { createHash, createPublicKey, KeyObject, verify } from 'node:crypto';
import { DsseEnvelope } from '@modelyard/plugin-model-scorecard-common';
import { z } from 'zod';

/** A producer of evidence that signs with a key of its own. */
export interface KeyProducer {
  name: string;
  publicKey: KeyObject;
}

const envelope = z.object({
  payload: z.base64(),
  payloadType: z.string().min(1),
  signatures: z
    .array(z.object({ keyid: z.string().optional(), sig: z.base64() }))
    .min(1)
    .max(20),
});

/** A DSSE envelope; undefined for anything else. */
export function readEnvelope(document: unknown): DsseEnvelope | undefined {
  return envelope.safeParse(document).data;
}

/** Whether a document means to be a DSSE envelope. */
export function looksLikeEnvelope(document: unknown): boolean {
  return (
    typeof document === 'object' &&
    document !== null &&
    'payloadType' in document &&
    'signatures' in document
  );
}

/**
 * Pre-authentication encoding of DSSE v1: what is signed, over the bytes of the
 * payload.
 */
export function preAuthEncoding(payloadType: string, payload: Buffer): Buffer {
  const type = Buffer.from(payloadType, 'utf8');
  return Buffer.concat([
    Buffer.from(`DSSEv1 ${type.length} `),
    type,
    Buffer.from(` ${payload.length} `),
    payload,
  ]);
}

/**
 * The producer whose key verifies one of the signatures. Key ids are hints at
 * best (some tools leave them empty), so every signature is tried with every key.
 */
export function verifyEnvelope(
  { payload, payloadType, signatures }: DsseEnvelope,
  producers: readonly KeyProducer[],
): KeyProducer | undefined {
  const signed = preAuthEncoding(payloadType, Buffer.from(payload, 'base64'));
  return producers.find(({ publicKey }) =>
    signatures.some(({ sig }) => {
      try {
        return verify('sha256', signed, publicKey, Buffer.from(sig, 'base64'));
      } catch {
        return false;
      }
    }),
  );
}

/** `sha256` in hex of the DER form of a public key: the key's id. */
export function keyIdOf(key: KeyObject): string {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest('hex');
}
