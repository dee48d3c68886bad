import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DsseEnvelope } from '@modelyard/plugin-model-scorecard-common';
import { KeyProducer, preAuthEncoding } from '../intake/dsse';
import { inTotoType } from '../intake/openEnvelope';

/** A recorded document, named by tool and version. */
export function fixture(path: string): string {
  const directory = join(__dirname, '../intake/__fixtures__');
  return readFileSync(join(directory, path), 'utf8');
}

/** The producer whose key is recorded beside the documents that it signed. */
export function producerOf(file: string): KeyProducer {
  return { name: file, publicKey: createPublicKey(fixture(file)) };
}

const { privateKey, publicKey } = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
});

/** The producer that {@link seal} signs as. */
export const own: KeyProducer = { name: 'own', publicKey };

/** Signs a statement, or whatever else is given. */
export function seal(
  statement: unknown,
  payloadType = inTotoType,
): DsseEnvelope {
  const payload = Buffer.from(
    typeof statement === 'string' ? statement : JSON.stringify(statement),
  );
  const sig = sign('sha256', preAuthEncoding(payloadType, payload), privateKey);
  return {
    payloadType,
    payload: payload.toString('base64'),
    signatures: [{ sig: sig.toString('base64') }],
  };
}

export const signedSubject = {
  ref: 'model:default/credit-risk',
  version: '7',
  digest: 'sha256:ab',
};

/** A statement over a record that says nothing but its kind. */
export const statement = {
  _type: 'https://in-toto.io/Statement/v1',
  subject: [{ name: 'model:default/credit-risk@7', digest: { sha256: 'ab' } }],
  predicateType: 'https://modelyard.io/evidence/v1',
  predicate: {
    kind: 'signature',
    tool: { name: 'test', version: '1' },
    producedAt: '2026-11-20T09:00:00Z',
    metrics: [{ key: 'artifacts', value: 1, n: 1 }],
  },
};
