import { createMockDirectory } from '@backstage/backend-test-utils';
import { gzipSync } from 'node:zlib';
import { readRecorded, recordedFolder } from '../../__testUtils__/recordedDays';
import { describeCostSource } from '@modelyard/plugin-model-cost-node/testUtils';
import { FileCostSource } from './FileCostSource';
import { recordedCost } from './recordedCost';

const recorded = JSON.stringify(readRecorded('days/2026-11-03.json.gz'));

const { signal } = new AbortController();
const ever = { from: '0001-01-01', until: '9999-12-31' };

async function list(source: FileCostSource, span = ever) {
  const listed = await source.listDays(span, { signal });
  return listed.map(({ day }) => day);
}

async function read(source: FileCostSource, day: string) {
  for await (const answer of source.readDays([day], { signal })) {
    if ('failure' in answer) throw new Error(answer.failure);
    return answer;
  }
  throw new Error(`${day} was not answered`);
}

describe('FileCostSource', () => {
  const directory = createMockDirectory();
  const source = () =>
    FileCostSource.create({
      directory: directory.path,
      recorded: recordedCost,
    });

  describeCostSource('a folder of recorded days', async () => {
    const days = ['2026-11-02', '2026-11-03', '2026-11-04'];
    const content = days.map(day => [
      `${day}.json`,
      JSON.stringify(readRecorded(`days/${day}.json.gz`)),
    ]);
    directory.setContent({
      ...Object.fromEntries(content),
      '2026-11-06.json': '{',
    });
    return {
      source: source(),
      span: { from: '2026-11-01', until: '2026-11-06' },
      brokenDay: '2026-11-06',
      secrets: [directory.path],
    };
  });

  it('lists closed days and nothing else', async () => {
    directory.setContent({
      '2026-11-03.json.gz': '',
      '2026-11-03.json': '',
      '2026-11-01.json': '',
      '2026-11-20.json': '',
      '2026-02-30.json': '',
      'assets-2026-11-03.json': '',
      'index.json': '',
    });
    expect(await list(source(), { ...ever, until: '2026-11-19' })).toEqual([
      '2026-11-01',
      '2026-11-03',
    ]);
  });

  it('reads days and what nodes cost', async () => {
    const folder = FileCostSource.create({
      directory: recordedFolder,
      recorded: recordedCost,
    });
    const days = await list(folder);
    expect(days).toEqual(['2026-11-02', '2026-11-03', '2026-11-04']);
    const [without, withAssets] = await Promise.all(
      days.map(day => read(folder, day)),
    );
    expect(without.nodeCost).toBeUndefined();
    expect(withAssets.nodeCost).toBeGreaterThan(300);
  });

  it('marks a day anew when one of its files changes', async () => {
    const marks = async () => {
      const listed = await source().listDays(ever, { signal });
      return listed.map(({ mark }) => mark);
    };
    directory.setContent({ '2026-11-03.json': '1', '2026-11-04.json': '2' });
    const [first, second] = await marks();
    directory.addContent({ 'assets-2026-11-03.json': '{}' });
    const after = await marks();
    expect(after[0]).not.toBe(first);
    expect(after[1]).toBe(second);
  });

  it('reads by content whether a file is zipped', async () => {
    directory.setContent({
      '2026-11-03.json': gzipSync(recorded),
      '2026-11-04.json.gz': recorded,
    });
    expect((await read(source(), '2026-11-03')).allocations).toHaveLength(26);
    await expect(read(source(), '2026-11-04')).rejects.toThrow(/not of/);
  });

  it('says which file is wrong and why', async () => {
    directory.setContent({
      '2026-11-03.json': recorded.slice(0, 1000),
      '2026-11-04.json.gz': Buffer.from([0x1f, 0x8b, 8, 0]),
      '2026-11-05.json': {},
    });
    await expect(read(source(), '2026-11-03')).rejects.toThrow(
      /^2026-11-03.json is not valid JSON/,
    );
    await expect(read(source(), '2026-11-04')).rejects.toThrow(
      /^2026-11-04.json.gz can't be read: Z_/,
    );
    await expect(read(source(), '2026-11-05')).rejects.toThrow(
      /^2026-11-05.json can't be read: EISDIR/,
    );
  });

  it('follows no link out of its folder', async () => {
    directory.setContent({
      'secret.json': recorded,
      days: { '2026-11-03.json': ctx => ctx.symlink('../secret.json') },
    });
    const folder = FileCostSource.create({
      directory: directory.resolve('days'),
      recorded: recordedCost,
    });
    await expect(read(folder, '2026-11-03')).rejects.toThrow(
      /^2026-11-03.json can't be read/,
    );
  });

  it('says when the folder is not there', async () => {
    const gone = FileCostSource.create({
      directory: directory.resolve('gone'),
      recorded: recordedCost,
    });
    await expect(list(gone)).rejects.toThrow(
      /can't be read \(ENOENT\); check `target`/,
    );
  });
});
