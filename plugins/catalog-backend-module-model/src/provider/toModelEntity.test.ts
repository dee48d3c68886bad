import { ModelRow } from '@modelyard/plugin-model-catalog-common';
import { toModelEntity } from './toModelEntity';

function describeModel(description: string | undefined) {
  const model: ModelRow = {
    ref: 'model:default/credit-risk',
    title: 'Credit risk',
    description,
    aliases: {},
    versionCount: 1,
    source: { id: 'prod-mlflow', state: 'fresh' },
  };
  return toModelEntity(model).metadata;
}

describe('toModelEntity', () => {
  it('describes the model in plain text, without a picture to fetch', () => {
    expect(
      describeModel(
        '# Credit risk\n\n![logo](https://evil.example.com/p.png) Scores *loans*.',
      ).description,
    ).toBe('logo Scores loans.');
  });

  it.each([undefined, '', '<img src="https://evil.example.com/p.png">'])(
    'has no description where there is nothing to say: %p',
    description => {
      expect(describeModel(description)).not.toHaveProperty('description');
    },
  );
});
