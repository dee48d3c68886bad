import { formatTable } from './formatTable';
import { isHeld, Measure } from './Measure';
import { median } from './median';

const measure: Measure = {
  name: 'sync 100 versions',
  rival: 'stock catalog',
  oursMs: 40,
  rivalMs: 1200,
  goal: 20,
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
    const missed = { ...measure, rivalMs: 200 };
    expect(isHeld(missed)).toBe(false);
    expect(formatTable([missed])).toContain('NOT HELD');
  });
});

describe('median', () => {
  it('is not moved by one slow round', () => {
    expect(median([3, 900, 2])).toBe(3);
  });
});
