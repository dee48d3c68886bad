import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { openTestDatabase } from '../__testUtils__/stores';
import { PackStore } from '../database/PackStore';
import { PackKeeper } from './PackKeeper';
import { PackTarget, targetOf } from './PackTarget';

function pack(version: string, expected = 'fail') {
  return JSON.stringify({
    apiVersion: 'modelyard.io/v1alpha1',
    kind: 'CheckPack',
    id: 'tiers',
    version,
    title: 'Tiers',
    checks: [
      {
        id: 'gov.tier',
        area: 'governance',
        title: 'Tier',
        rule: 'Not prohibited.',
        evidence: 'registration',
        severity: 'blocker',
        expr: 'tier != "prohibited"',
        controls: [],
        remedy: 'Ask.',
      },
    ],
    fixtures: [
      {
        name: 'a prohibited use',
        given: { tier: 'prohibited' },
        expect: { checks: { 'gov.tier': expected } },
      },
    ],
  });
}

/** A target whose text, or failure, the test sets. */
class ScriptedTarget implements PackTarget {
  readonly name = 'scripted.yaml';
  constructor(public text: string | Error) {}
  async read() {
    if (this.text instanceof Error) throw this.text;
    return this.text;
  }
}

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('PackKeeper on %p', id => {
  const logger = mockServices.logger.mock();
  const now = () => '2026-11-27T00:00:00.000Z';

  it('keeps the last good pack, also over a restart and for other replicas', async () => {
    const store = PackStore.create(await openTestDatabase(databases, id));
    const target = new ScriptedTarget(pack('1'));
    const create = () => PackKeeper.create({ target, store, logger, now });
    const [one, two] = [await create(), await create()];
    expect(one.current().version).toBe('1');

    target.text = pack('2', 'pass');
    expect(await one.reload()).toBe(false);
    expect(one.current().version).toBe('1');
    expect(one.reading().problems[0]).toMatchObject({
      path: '/fixtures/0/expect/checks/gov.tier',
      message: expect.stringContaining('gov.tier is fail'),
    });
    const restarted = await create();
    expect(restarted.current().version).toBe('1');
    expect(restarted.reading().problems).toHaveLength(1);

    target.text = new Error('the host is down');
    expect((await create()).current().version).toBe('1');

    target.text = pack('3');
    expect(await one.reload()).toBe(true);
    expect(one.reading().problems).toEqual([]);
    expect(two.current().version).toBe('1');
    await two.follow();
    expect(two.current().version).toBe('3');
  });

  it('needs a good pack for a first start', async () => {
    const store = PackStore.create(await openTestDatabase(databases, id));
    for (const text of [pack('1', 'pass'), new Error('not there')])
      await expect(
        PackKeeper.create({
          store,
          logger,
          now,
          target: new ScriptedTarget(text),
        }),
      ).rejects.toThrow();
  });
});

describe('a pack behind a URL', () => {
  it('is read with its ETag, and at most a mebibyte of it', async () => {
    const read: (string | undefined)[] = [];
    let size = 10;
    const reader = mockServices.urlReader.mock({
      async readUrl(_url, options) {
        read.push(options?.etag);
        if (options?.etag === 'e1')
          throw Object.assign(new Error('same'), { name: 'NotModifiedError' });
        return { buffer: async () => Buffer.alloc(size, 'x'), etag: 'e1' };
      },
    });
    const url = 'https://git.example.com/packs/default.yaml';
    const target = targetOf(url, reader);
    expect(await target.read()).toBe('xxxxxxxxxx');
    expect(await target.read()).toBeUndefined();
    expect(read).toEqual([undefined, 'e1']);
    size = 2 * 1024 * 1024;
    await expect(targetOf(url, reader).read()).rejects.toThrow('at most');
  });
});
