import { formatMarkdown, formatTable } from './formatTable';
import { isHeld, Measure } from './Measure';
import { median } from './median';

const measure: Measure = {
  name: 'sync 100 versions',
  rival: 'stock catalog',
  ours: 40,
  theirs: 1200,
  goal: { atLeast: 20 },
  note: 'on SQLite',
};

describe('formatTable', () => {
  it('says both times, the ratio, the goal and whether it holds', () => {
    const [, , row, , note] = formatTable([measure]).split('\n');
    expect(row.split(/ {2,}/)).toEqual([
      'sync 100 versions',
      '40 ms',
      '1.20 s (stock catalog)',
      '30×',
      '≥ 20×',
      'held',
    ]);
    expect(note).toBe('sync 100 versions: on SQLite');
  });

  it('says so when a goal is missed', () => {
    const missed = { ...measure, theirs: 200 };
    expect(isHeld(missed)).toBe(false);
    expect(formatTable([missed])).toContain('NOT HELD');
  });

  it('holds growth and memory to at most their goal', () => {
    const growth: Measure = {
      name: 'list',
      rival: 'a hundredth of it',
      note: undefined,
      ours: 14,
      theirs: 10,
      goal: { atMost: 1.5 },
    };
    expect(isHeld(growth)).toBe(true);
    expect(isHeld({ ...growth, ours: 16 })).toBe(false);
    const memory: Measure = { ...growth, unit: 'MB', theirs: 400 };
    expect(formatMarkdown([{ ...growth, note: 'p95' }, memory])).toBe(
      [
        '| measure | ours | held against | ratio | goal | held? |',
        '| --- | --- | --- | --- | --- | --- |',
        '| list | 14 ms | 10 ms (a hundredth of it) | 1.4× | ≤ 1.5× | held |',
        '| list | 14 MB | 400 MB (a hundredth of it) | 0.035× | ≤ 1.5× | held |',
        '',
        '- list: p95',
      ].join('\n'),
    );
  });
});

describe('median', () => {
  it('is not moved by one slow round', () => {
    expect(median([3, 900, 2])).toBe(3);
  });
});
