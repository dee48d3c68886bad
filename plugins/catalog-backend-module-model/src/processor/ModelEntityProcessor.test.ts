import { Entity } from '@backstage/catalog-model';
import { ModelEntityProcessor } from './ModelEntityProcessor';

const processor = ModelEntityProcessor.create();

function model(spec: object, more: object = {}): Entity {
  return {
    apiVersion: 'modelyard.io/v1alpha1',
    kind: 'Model',
    metadata: { name: 'credit-risk', namespace: 'default' },
    spec: { type: 'classifier', lifecycle: 'production', ...spec },
    ...more,
  };
}

describe('ModelEntityProcessor', () => {
  it('accepts a Model, also one that nobody owns', async () => {
    await expect(processor.validateEntityKind(model({}))).resolves.toBe(true);
    await expect(
      processor.validateEntityKind(
        model({ owner: 'group:default/risk-ml', baseModels: ['llama'] }),
      ),
    ).resolves.toBe(true);
  });

  it.each([
    ['another kind', model({}, { kind: 'Component' })],
    ['a Model of somebody else', model({}, { apiVersion: 'example.com/v1' })],
  ])('leaves %s alone', async (_name, entity) => {
    await expect(processor.validateEntityKind(entity)).resolves.toBe(false);
  });

  it.each([
    [{ type: undefined }, '/spec/type is missing'],
    [{ lifecycle: '' }, '/spec/lifecycle must NOT have fewer than 1 char'],
    [{ riskTier: 3 }, '/spec/riskTier must be string'],
    [{ baseModels: 'llama' }, '/spec/baseModels must be array'],
    [{ owner: 'a:b:c' }, '/spec/owner "a:b:c" is not an entity ref'],
    [{ datasets: ['ok', 'a/b/c'] }, '/spec/datasets/1 "a/b/c" is not'],
  ])('refuses %p and names the field', async (spec, message) => {
    await expect(processor.validateEntityKind(model(spec))).rejects.toThrow(
      message,
    );
  });

  it('names every field that is wrong', async () => {
    await expect(
      processor.validateEntityKind(model({ type: 1, task: [] })),
    ).rejects.toThrow(/\/spec\/type .*; \/spec\/task /);
  });

  it('relates a Model in both directions', async () => {
    const relations: string[] = [];
    const entity = model({
      owner: 'risk-ml',
      system: 'lending',
      baseModels: ['base'],
      datasets: ['loans'],
    });
    await processor.postProcessEntity(
      entity,
      { type: 'url', target: 'x' },
      item => {
        if (item.type !== 'relation') return;
        const { source, type, target } = item.relation;
        relations.push(
          `${source.kind}/${source.name} ${type} ${target.kind}/${target.name}`,
        );
      },
    );
    expect(relations).toEqual([
      'Model/credit-risk ownedBy Group/risk-ml',
      'Group/risk-ml ownerOf Model/credit-risk',
      'Model/credit-risk partOf System/lending',
      'System/lending hasPart Model/credit-risk',
      'Model/credit-risk dependsOn Model/base',
      'Model/base dependencyOf Model/credit-risk',
      'Model/credit-risk dependsOn Resource/loans',
      'Resource/loans dependencyOf Model/credit-risk',
    ]);
  });
});
