import { diffRows } from './diffRows';

describe('diffRows', () => {
  it('shows what changes, with a few lines around it', () => {
    const before = Array.from({ length: 20 }, (_, i) => `line ${i}`);
    const after = before.map(line => (line === 'line 10' ? 'changed' : line));
    const rows = diffRows(`${before.join('\n')}\n`, `${after.join('\n')}\n`);
    expect(rows).toHaveLength(9);
    expect(rows[0].kind).toBe('gap');
    expect(rows).toContainEqual({ kind: 'removed', text: 'line 10' });
    expect(rows).toContainEqual({ kind: 'added', text: 'changed' });
    expect(rows).toContainEqual({ kind: 'same', text: 'line 7' });
  });

  it('is empty when nothing differs', () => {
    expect(diffRows('a\n', 'a\n')).toEqual([]);
  });
});
