import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import { openTestDatabase } from '../__testUtils__/stores';
import { SigningKeyStore } from '../database/SigningKeyStore';
import { KeyRing } from './KeyRing';
import { VerdictSigner } from './VerdictSigner';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('KeyRing on %p', id => {
  it('publishes the keys of the past, except those that were revoked', async () => {
    const store = SigningKeyStore.create(await openTestDatabase(databases, id));
    const directory = mkdtempSync(join(tmpdir(), 'keys-'));
    let day = 0;
    const open = async (file: string, revoked: string[] = []) => {
      day += 1;
      const now = () => `2026-11-0${day}T00:00:00.000Z`;
      const keyFile = join(directory, file);
      const signer = await VerdictSigner.create({ keyFile, mayCreate: true });
      const ring = await KeyRing.create({ signer, store, revoked, now });
      const { keys } = await ring.publicKeys();
      return { keyId: signer.keyId, keys, ids: keys.map(({ kid }) => kid) };
    };
    const first = await open('first.pem');
    const second = await open('second.pem');
    expect(second.ids).toEqual([second.keyId, first.keyId]);
    const again = await open('second.pem');
    expect(again.ids).toEqual(second.ids);
    const clean = await open('second.pem', [first.keyId]);
    expect(clean.ids).toEqual([second.keyId]);
    expect(JSON.stringify(second.keys)).not.toMatch(/"d":|PRIVATE/);
  });
});
