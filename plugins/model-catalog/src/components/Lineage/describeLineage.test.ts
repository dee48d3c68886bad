import { Lineage } from '@modelyard/plugin-model-catalog-common';
import { describeLineage } from './describeLineage';

const model = (name: string): Lineage['nodes'][number] => ({
  id: `model:default/${name}`,
  kind: 'model',
  ref: `model:default/${name}`,
  label: name,
});

const derived = (from: string, to: string) => ({
  from: model(from).id,
  to: model(to).id,
  type: 'derivedFrom',
});

const describeAll = (names: string[], edges: Lineage['edges']) =>
  describeLineage(
    { nodes: names.map(model), edges, truncated: false },
    model('me').id,
  ).map(({ node, role, steps }) => [node.label, role, steps]);

describe('describeLineage', () => {
  it('tells what a model was made from and what came of it, nearest first', () => {
    expect(
      describeAll(
        ['grandchild', 'child', 'me', 'root', 'base'],
        [
          derived('me', 'base'),
          derived('base', 'root'),
          derived('child', 'me'),
          derived('grandchild', 'child'),
        ],
      ),
    ).toEqual([
      ['base', 'base', 1],
      ['root', 'base', 2],
      ['child', 'derived', 1],
      ['grandchild', 'derived', 2],
    ]);
  });

  it('ends where models are made from each other', () => {
    expect(
      describeAll(
        ['me', 'twin'],
        [derived('me', 'twin'), derived('twin', 'me')],
      ),
    ).toEqual([['twin', 'base', 1]]);
  });

  it('calls related what is neither: another base of a derived model', () => {
    expect(
      describeAll(
        ['me', 'child', 'other'],
        [derived('child', 'me'), derived('child', 'other')],
      ),
    ).toEqual([
      ['child', 'derived', 1],
      ['other', 'related', undefined],
    ]);
  });
});
