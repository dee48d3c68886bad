import { JWK } from 'jose';
import { SigningKeyStore } from '../database/SigningKeyStore';
import { VerdictSigner } from './VerdictSigner';

/** Options of {@link KeyRing.create}. */
export interface KeyRingOptions {
  signer: VerdictSigner;
  store: SigningKeyStore;
  /** Ids of keys that nobody may trust any more. */
  revoked: string[];
  /** UTC ISO 8601. */
  now: () => string;
}

/**
 * The keys that verify verdicts: the one that signs now, and those of the past, so
 * that a statement can still be verified after the key was replaced.
 */
export class KeyRing {
  private constructor(private readonly options: KeyRingOptions) {}

  /** Remembers the key that signs now. */
  static async create(options: KeyRingOptions): Promise<KeyRing> {
    const { signer, store, now } = options;
    await store.remember(signer.keyId, await signer.publicKey(), now());
    return new KeyRing(options);
  }

  /** As a JSON Web Key Set, the latest key first. */
  async publicKeys(): Promise<{ keys: { [member: string]: unknown }[] }> {
    const { store, revoked } = this.options;
    const keys: { keyId: string; jwk: JWK }[] = await store.all();
    return {
      keys: keys
        .filter(({ keyId }) => !revoked.includes(keyId))
        .map(({ jwk }) => ({ ...jwk })),
    };
  }
}
