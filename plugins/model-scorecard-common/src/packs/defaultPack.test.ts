import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readPack } from './loadPack';
import { packJsonSchema } from './packJsonSchema';

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

  it('has a schema for editors that is up to date', () => {
    const file = resolve(__dirname, '../../../../docs/check-pack.schema.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(packJsonSchema());
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
