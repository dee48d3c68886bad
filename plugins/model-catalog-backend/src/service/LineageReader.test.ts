import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { SourceModel } from '@modelyard/plugin-model-catalog-node';
import { createSyncFixture, model, page } from '../__testUtils__/syncFixture';
import { LineageStore } from '../database/LineageStore';
import { ModelFilter, unfiltered } from '../database/modelFilter';
import { openDatabase } from '../database/openDatabase';
import { LineageReader } from './LineageReader';

jest.setTimeout(120_000);

const refOf = (name: string) => `model:default/${name}`;

/** A model without versions that was made from others. */
const made = (
  name: string,
  from: string[] = [],
  more: Partial<SourceModel> = {},
) =>
  model([], {
    nativeId: name,
    name,
    title: name,
    location: name,
    baseModels: from.map(refOf),
    ...more,
  });

/** Whether the answer says that something is left out. */
const cut = true;
const whole = false;

describe.each(TestDatabases.create().eachSupportedId())(
  'LineageReader on %s',
  id => {
    const databases = TestDatabases.create({ ids: [id] });

    async function setUp(...models: SourceModel[]) {
      const db = await openDatabase({
        getClient: async () => databases.init(id),
      });
      const fixture = await createSyncFixture(db);
      await fixture.sync(page(...models));
      const reader = LineageReader.create({
        store: LineageStore.create({ db }),
        catalog: catalogServiceMock(),
      });
      const read = async (
        name: string,
        { depth = 3, filter = unfiltered as ModelFilter } = {},
      ) => {
        const { nodes, edges, truncated } = await reader.read({
          ref: refOf(name),
          depth,
          filter,
          credentials: mockCredentials.user(),
        });
        return {
          nodes: nodes.map(node => node.label),
          edges: edges.map(({ from, to }) =>
            [from, to].map(ref => ref.replace('model:default/', '')).join('→'),
          ),
          truncated,
        };
      };
      return { ...fixture, read };
    }

    it('names a base model that no source has, unless it could be a hidden one', async () => {
      const { read } = await setUp(made('a', ['elsewhere', 'b']), made('b'));
      expect(await read('a')).toMatchObject({
        nodes: ['a', 'b', refOf('elsewhere')],
        edges: ['a→external:elsewhere', 'a→b'],
      });
      const filter: ModelFilter = {
        readable: 'all',
        condition: { column: 'ref', values: [refOf('a'), refOf('b')] },
      };
      expect((await read('a', { filter })).nodes).toEqual(['a', 'b']);
    });

    it('ends in a circle, whatever the depth, and shows each edge of it once', async () => {
      const { read } = await setUp(
        made('a', ['b']),
        made('b', ['a']),
        made('itself', ['itself']),
        made('x', ['y']),
        made('y', ['z']),
        made('z', ['y']),
      );
      for (const depth of [1, 2, 6]) {
        const { nodes, edges, truncated } = await read('a', { depth });
        expect([nodes, truncated]).toEqual([['a', 'b'], whole]);
        expect(edges.sort()).toEqual(['a→b', 'b→a']);
      }
      expect((await read('itself')).nodes).toEqual(['itself']);
      // The circle closes at the last step.
      for (const depth of [2, 3]) {
        const { nodes, edges, truncated } = await read('x', { depth });
        expect([nodes, truncated]).toEqual([['x', 'y', 'z'], whole]);
        expect(edges.sort()).toEqual(['x→y', 'y→z', 'z→y']);
      }
    });

    it.each([
      [1, ['2', '3', '1'], cut],
      [2, ['2', '3', '4', '1', '0'], whole],
      [3, ['2', '3', '4', '1', '0'], whole],
    ])(
      'goes %i steps up and down, and says whether that was all',
      async (depth, nodes, truncated) => {
        const chain = ['0', '1', '2', '3', '4'];
        const { read } = await setUp(
          ...chain.map((name, index) =>
            made(name, chain.slice(index + 1, index + 2)),
          ),
        );
        const found = await read('2', { depth });
        expect(found).toMatchObject({ nodes, truncated });
        // From either end all of it lies in one direction.
        for (const end of ['0', '4'])
          for (const [steps, isCut] of [
            [3, cut],
            [4, whole],
            [5, whole],
          ] as const) {
            const one = await read(end, { depth: steps });
            expect([end, steps, one.truncated, one.nodes.length]).toEqual([
              end,
              steps,
              isCut,
              Math.min(steps, 4) + 1,
            ]);
          }
      },
    );

    it('holds 500 nodes, and says when there are more', async () => {
      const derived = (count: number) =>
        Array.from({ length: count }, (_, n) => made(`m${n}`, ['base']));
      const { read, sync } = await setUp(made('base'), ...derived(499));
      const all = await read('base');
      expect([all.nodes.length, all.edges.length]).toEqual([500, 499]);
      expect(all.truncated).toBe(whole);
      await sync(page(made('base'), ...derived(500)));
      const most = await read('base');
      expect([most.nodes.length, most.edges.length]).toEqual([500, 499]);
      expect(most.truncated).toBe(cut);
      // An edge never leads to a node that was left out.
      expect(new Set(most.nodes).size).toBe(500);
      for (const edge of most.edges)
        for (const end of edge.split('→')) expect(most.nodes).toContain(end);
    });

    it('neither shows nor counts what may not be read, also beyond its depth', async () => {
      const { read } = await setUp(
        made('base'),
        made('root', ['base'], { baseModelTitles: ['hidden title'] }),
        ...Array.from({ length: 600 }, (_, n) => made(`secret-${n}`, ['root'])),
        made('open', ['root']),
        made('below', ['open']),
        made('below-secret', ['secret-1']),
        made('titled', [], { title: 'hidden title' }),
      );
      const of = (...names: string[]): ModelFilter => ({
        readable: new Set(names.map(refOf)),
      });
      const filter = of('root', 'open', 'below', 'below-secret');
      // 600 models that may not be read fill no place in the answer. Of the title
      // the model itself speaks.
      expect(await read('root', { filter })).toEqual({
        nodes: ['root', 'hidden title', 'open', 'below'],
        edges: ['root→external:hidden title', 'open→root', 'below→open'],
        truncated: whole,
      });
      // What lies one step too far is told of those who may read it alone.
      for (const [names, isCut] of [
        [['root', 'open'], whole],
        [['root', 'open', 'below'], cut],
      ] as const) {
        const found = await read('root', { depth: 1, filter: of(...names) });
        expect(found.truncated).toBe(isCut);
      }
      for (const [names, isCut] of [
        [['root', 'open'], whole],
        [['root', 'open', 'base'], cut],
      ] as const) {
        const found = await read('open', { depth: 1, filter: of(...names) });
        expect(found.truncated).toBe(isCut);
      }
      const condition = { column: 'ref' as const, values: [refOf('root')] };
      const alone = await read('root', {
        filter: { readable: 'all', condition },
      });
      expect(alone.nodes).toEqual(['root', 'hidden title']);
    });

    it('finds models by the titles that registries call their bases', async () => {
      const { read } = await setUp(
        made('old', [], { title: 'org/llama' }),
        made('namesake', [], { title: 'org/llama' }),
        made('tuned', [], { baseModelTitles: ['org/llama', 'org/elsewhere'] }),
      );
      const expected = ['tuned→external:org/elsewhere', 'tuned→old'];
      for (const name of ['tuned', 'old']) {
        const { nodes, edges } = await read(name);
        expect(nodes.sort()).toEqual(['org/elsewhere', 'org/llama', 'tuned']);
        expect(edges.sort()).toEqual(expected);
      }
      // The title means the first model that has it; its namesake has no part in it.
      expect(await read('namesake')).toEqual({
        nodes: ['org/llama'],
        edges: [],
        truncated: whole,
      });
    });

    it('shows a base model that vanished, and no derived one that did', async () => {
      const { read, sync } = await setUp(
        made('base'),
        made('root', ['base']),
        made('derived', ['root']),
        made('stays', ['root', 'root']),
      );
      await sync(page(made('root', ['base']), made('stays', ['root'])));
      expect(await read('root')).toEqual({
        nodes: ['root', 'base', 'stays'],
        edges: ['root→base', 'stays→root'],
        truncated: whole,
      });
    });
  },
);
