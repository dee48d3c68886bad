import { JWK } from 'jose';
import { Knex } from 'knex';
import { SigningKeyRow } from './rows';

/** Keeps every public key that verdicts were signed with. */
export class SigningKeyStore {
  private constructor(private readonly knex: Knex) {}

  static create(knex: Knex): SigningKeyStore {
    return new SigningKeyStore(knex);
  }

  /** Remembers a key; knowing it already changes nothing. */
  async remember(keyId: string, jwk: JWK, at: string): Promise<void> {
    await this.knex<SigningKeyRow>('signing_keys')
      .insert({ key_id: keyId, jwk: JSON.stringify(jwk), first_used_at: at })
      .onConflict('key_id')
      .ignore();
  }

  /** Every key, the latest first. */
  async all(): Promise<{ keyId: string; jwk: JWK }[]> {
    const rows = await this.knex<SigningKeyRow>('signing_keys').orderBy([
      { column: 'first_used_at', order: 'desc' },
      { column: 'key_id' },
    ]);
    return rows.map(({ key_id: keyId, jwk }) => ({
      keyId,
      jwk: JSON.parse(jwk),
    }));
  }
}
