import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  KeyObject,
  sign,
} from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InputError, isError } from '@backstage/errors';
import { DsseEnvelope } from '@modelyard/plugin-model-scorecard-common';
import { exportJWK, JWK } from 'jose';
import { keyIdOf, preAuthEncoding } from '../intake/dsse';
import { inTotoType } from '../intake/openEnvelope';

/** Options of {@link VerdictSigner.create}. */
export interface VerdictSignerOptions {
  keyFile: string;
  /** Make the key when the file does not exist. */
  mayCreate: boolean;
}

async function readKeyFile(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Makes a key that only we can read; keeps the one that another process made. */
async function createKeyFile(file: string): Promise<string> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  try {
    await writeFile(file, pem, { mode: 0o600, flag: 'wx' });
    await chmod(file, 0o600);
    return pem;
  } catch (error) {
    const there = await readKeyFile(file);
    if (there) return there;
    throw error;
  }
}

function toPrivateKey(pem: string, file: string): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyDetails?.namedCurve === 'prime256v1') return key;
  } catch {
    // Falls through: the key itself must not show up in a message.
  }
  throw new InputError(
    `Configuration modelScorecard.signing.keyFile: ${file} is no ECDSA P-256 private key in PEM (PKCS 8)`,
  );
}

/** Signs verdicts with the portal's key. */
export class VerdictSigner {
  private constructor(
    private readonly key: KeyObject,
    private readonly id: string,
  ) {}

  /**
   * Reads the key, or makes it where that is allowed.
   *
   * @throws InputError naming the configuration key
   */
  static async create(options: VerdictSignerOptions): Promise<VerdictSigner> {
    const { keyFile, mayCreate } = options;
    let pem = await readKeyFile(keyFile);
    if (!pem && mayCreate) pem = await createKeyFile(keyFile);
    if (!pem)
      throw new InputError(
        `Configuration modelScorecard.signing.keyFile: ${keyFile} does not exist; put an ECDSA P-256 private key in PEM (PKCS 8) there`,
      );
    const key = toPrivateKey(pem, keyFile);
    return new VerdictSigner(key, keyIdOf(key));
  }

  /** DSSE envelope over an in-toto statement; the signature is DER. */
  seal(statement: object): DsseEnvelope {
    const payload = Buffer.from(JSON.stringify(statement), 'utf8');
    const signed = preAuthEncoding(inTotoType, payload);
    return {
      payload: payload.toString('base64'),
      payloadType: inTotoType,
      signatures: [
        {
          keyid: this.id,
          sig: sign('sha256', signed, this.key).toString('base64'),
        },
      ],
    };
  }

  /** Id of the key that signs now. */
  get keyId(): string {
    return this.id;
  }

  /** The public key that verifies what is signed now. */
  async publicKey(): Promise<JWK> {
    const jwk = await exportJWK(createPublicKey(this.key));
    return { ...jwk, kid: this.id, alg: 'ES256', use: 'sig' };
  }
}
