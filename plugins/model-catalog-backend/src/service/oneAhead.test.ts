import { oneAhead } from './oneAhead';

async function* upTo(count: number, isClosed = { value: false }) {
  try {
    for (let n = 1; n <= count; n += 1) yield n;
  } finally {
    isClosed.value = true;
  }
}

describe('oneAhead', () => {
  it('prepares one item while the one before is dealt with, and keeps the order', async () => {
    const log: string[] = [];
    const items = oneAhead(upTo(3), async item => {
      log.push(`prepares ${item}`);
      return item;
    });
    for await (const item of items) {
      await new Promise(resolve => setImmediate(resolve));
      log.push(`dealt with ${item}`);
    }
    expect(log).toEqual([
      'prepares 1',
      'prepares 2',
      'dealt with 1',
      'prepares 3',
      'dealt with 2',
      'dealt with 3',
    ]);
  });

  it('throws what goes wrong after the items before were dealt with', async () => {
    const dealtWith: number[] = [];
    const isClosed = { value: false };
    const run = async () => {
      const items = oneAhead(upTo(9, isClosed), async item => {
        if (item === 3) throw new Error('no third');
        return item;
      });
      for await (const item of items) dealtWith.push(item);
    };
    await expect(run()).rejects.toThrow('no third');
    expect(dealtWith).toEqual([1, 2]);
    expect(isClosed.value).toBe(true);
  });

  it('stops reading when nobody wants more', async () => {
    const prepared: number[] = [];
    const isClosed = { value: false };
    for await (const item of oneAhead(upTo(9, isClosed), async n => {
      prepared.push(n);
      return n;
    }))
      if (item === 2) break;
    expect(prepared).toEqual([1, 2, 3]);
    await new Promise(resolve => setImmediate(resolve));
    expect(isClosed.value).toBe(true);
  });
});
