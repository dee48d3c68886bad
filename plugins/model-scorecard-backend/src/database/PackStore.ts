import { CheckPack } from '@modelyard/plugin-model-scorecard-common';
import { Knex } from 'knex';
import { PackRow } from './rows';

const currentKey = 'pack:current';

/** A check pack as it was read. */
export interface StoredPack {
  digest: string;
  text: string;
}

/** Keeps every check pack that was ever in force, and which one is. */
export class PackStore {
  private constructor(private readonly knex: Knex) {}

  static create(knex: Knex): PackStore {
    return new PackStore(knex);
  }

  /** Puts a pack in force, for all replicas. */
  async putInForce(pack: CheckPack, text: string, at: string): Promise<void> {
    await this.knex.transaction(async tx => {
      const { digest, id, version } = pack;
      await tx<PackRow>('packs')
        .insert({ digest, text, version, pack_id: id, first_used_at: at })
        .onConflict('digest')
        .ignore();
      await tx('settings')
        .insert({ key: currentKey, value: digest })
        .onConflict('key')
        .merge({ value: digest });
    });
  }

  /** Digest of the pack in force; undefined before there was one. */
  async currentDigest(): Promise<string | undefined> {
    const row = await this.knex('settings').where('key', currentKey).first();
    return row?.value;
  }

  async get(digest: string): Promise<StoredPack | undefined> {
    return this.knex<PackRow>('packs')
      .where({ digest })
      .first('digest', 'text');
  }
}
