import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readPack } from './loadPack';

const text = readFileSync(
  resolve(__dirname, '../../../../examples/packs/default.yaml'),
  'utf8',
);

describe('the default pack', () => {
  it('has 31 checks, holds its own fixtures, and says nothing doubtful', () => {
    const { pack, problems, warnings } = readPack(text);
    expect(problems).toEqual([]);
    expect(warnings).toEqual([]);
    expect(pack?.checks).toHaveLength(31);
  });

  it('shows every check passing and not passing', () => {
    const { pack } = readPack(text);
    for (const { id } of pack?.checks ?? []) {
      const expected = pack?.fixtures.flatMap(f => f.expect.checks[id] ?? []);
      expect({ id, passes: expected?.includes('pass') }).toEqual({
        id,
        passes: true,
      });
      expect(expected?.filter(v => v !== 'pass').length).toBeGreaterThan(0);
    }
  });
});
