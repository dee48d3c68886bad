import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const keyId = 'journeys';

const encoded = (value: object) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

function signature(key: Buffer, header: object, claims: object): string {
  const text = `${encoded(header)}.${encoded(claims)}`;
  return sign('sha256', Buffer.from(text), {
    key,
    dsaEncoding: 'ieee-p1363',
  }).toString('base64url');
}

/** Makes the key that a portal signs identities with; returns its configuration. */
export function createIdentityKey(directory: string) {
  const pair = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  mkdirSync(directory, { recursive: true });
  const publicKeyFile = join(directory, 'identity.pub.pem');
  const privateKeyFile = join(directory, 'identity.pem');
  writeFileSync(publicKeyFile, pair.publicKey);
  writeFileSync(privateKeyFile, pair.privateKey, { mode: 0o600 });
  return {
    provider: 'static',
    static: {
      keys: [{ keyId, publicKeyFile, privateKeyFile, algorithm: 'ES256' }],
    },
  };
}

/**
 * An identity token as the portal itself signs it, with the proof (`uip`) that
 * lets backends act for the user among themselves.
 *
 * @param expiresIn - seconds from now; negative for one that has run out
 */
export function signIdentity(options: {
  privateKeyFile: string;
  issuer: string;
  user: string;
  expiresIn: number;
}): string {
  const { privateKeyFile, issuer, user, expiresIn } = options;
  const key = readFileSync(privateKeyFile);
  const exp = Math.floor(Date.now() / 1000) + expiresIn;
  const proven = { sub: user, iat: exp - 3600, exp };
  const header = { typ: 'vnd.backstage.user', alg: 'ES256', kid: keyId };
  const limited = { ...header, typ: 'vnd.backstage.limited-user' };
  const claims = {
    ...proven,
    iss: issuer,
    ent: [user],
    aud: 'backstage',
    uip: signature(key, limited, proven),
  };
  return `${encoded(header)}.${encoded(claims)}.${signature(key, header, claims)}`;
}
