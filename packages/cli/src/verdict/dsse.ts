import {
  createHash,
  createPrivateKey,
  createPublicKey,
  KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { DsseEnvelope } from '@modelyard/plugin-model-scorecard-common';
import { UsageError } from '../UsageError';

/** Media type of in-toto statements. */
export const inTotoType = 'application/vnd.in-toto+json';

/** Pre-authentication encoding of DSSE v1: the bytes that are signed. */
function preAuthEncoding(payloadType: string, payload: Buffer): Buffer {
  const type = Buffer.from(payloadType, 'utf8');
  return Buffer.concat([
    Buffer.from(`DSSEv1 ${type.length} `),
    type,
    Buffer.from(` ${payload.length} `),
    payload,
  ]);
}

function keyIdOf(key: KeyObject): string {
  const der = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest('hex');
}

/**
 * A private key that evidence is signed with; what it holds never gets into a
 * message.
 *
 * @throws UsageError
 */
export function readSigningKey(pem: string, name: string): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyDetails?.namedCurve === 'prime256v1') return key;
  } catch {
    // Falls through: the reason could quote the key.
  }
  throw new UsageError(
    `${name} is no ECDSA P-256 private key in PEM; make one with openssl ecparam -name prime256v1 -genkey`,
  );
}

/** Signs a statement. */
export function sealStatement(statement: object, key: KeyObject): DsseEnvelope {
  const payload = Buffer.from(JSON.stringify(statement), 'utf8');
  const sig = sign('sha256', preAuthEncoding(inTotoType, payload), key);
  return {
    payload: payload.toString('base64'),
    payloadType: inTotoType,
    signatures: [{ keyid: keyIdOf(key), sig: sig.toString('base64') }],
  };
}

/** Whether one of the keys verifies one of the signatures. Key ids are only hints. */
export function isSignedBy(
  { payload, payloadType, signatures }: DsseEnvelope,
  keys: readonly KeyObject[],
): boolean {
  const signed = preAuthEncoding(payloadType, Buffer.from(payload, 'base64'));
  return keys.some(key =>
    signatures.some(({ sig }) => {
      try {
        return verify('sha256', signed, key, Buffer.from(sig, 'base64'));
      } catch {
        return false;
      }
    }),
  );
}

/**
 * Public keys of a PEM, or of a JSON Web Key Set.
 *
 * @throws UsageError
 */
export function readPublicKeys(text: string, name: string): KeyObject[] {
  try {
    if (!text.trimStart().startsWith('{')) return [createPublicKey(text)];
    const { keys }: { keys: Record<string, string>[] } = JSON.parse(text);
    return keys.map(key => createPublicKey({ key, format: 'jwk' }));
  } catch {
    throw new UsageError(
      `${name} is neither a public key in PEM nor a JSON Web Key Set`,
    );
  }
}
