import { createMockDirectory } from '@backstage/backend-test-utils';
import { gzipSync } from 'node:zlib';
import { readRecorded, recordedFolder } from '../../__testUtils__/recordedDays';
import { FileCostSource } from './FileCostSource';

const recorded = JSON.stringify(readRecorded('days/2026-11-03.json.gz'));

describe('FileCostSource', () => {
  const directory = createMockDirectory();
  const source = () => FileCostSource.create({ directory: directory.path });

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
    expect(await source().listDays('2026-11-19')).toEqual([
      '2026-11-01',
      '2026-11-03',
    ]);
  });

  it('reads days and what nodes cost', async () => {
    const folder = FileCostSource.create({ directory: recordedFolder });
    const days = await folder.listDays('2026-11-20');
    expect(days).toEqual(['2026-11-02', '2026-11-03', '2026-11-04']);
    const [without, withAssets] = await Promise.all(
      days.map(day => folder.readDay(day)),
    );
    expect(without.nodeCost).toBeUndefined();
    expect(withAssets.nodeCost).toBeGreaterThan(300);
  });

  it('reads by content whether a file is zipped', async () => {
    directory.setContent({
      '2026-11-03.json': gzipSync(recorded),
      '2026-11-04.json.gz': recorded,
    });
    expect((await source().readDay('2026-11-03')).allocations.length).toBe(26);
    await expect(source().readDay('2026-11-04')).rejects.toThrow(/not of/);
  });

  it('says which file is wrong and why', async () => {
    directory.setContent({
      '2026-11-03.json': recorded.slice(0, 1000),
      '2026-11-04.json.gz': Buffer.from([0x1f, 0x8b, 8, 0]),
      '2026-11-05.json': {},
    });
    await expect(source().readDay('2026-11-03')).rejects.toThrow(
      /^2026-11-03.json is not valid JSON/,
    );
    await expect(source().readDay('2026-11-04')).rejects.toThrow(
      /^2026-11-04.json.gz can't be read: Z_/,
    );
    await expect(source().readDay('2026-11-05')).rejects.toThrow(
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
    });
    await expect(folder.readDay('2026-11-03')).rejects.toThrow(
      /^2026-11-03.json can't be read/,
    );
  });

  it('says when the folder is not there', async () => {
    const gone = FileCostSource.create({
      directory: directory.resolve('gone'),
    });
    await expect(gone.listDays('2026-11-19')).rejects.toThrow(
      /can't be read \(ENOENT\); check `target`/,
    );
  });
});
