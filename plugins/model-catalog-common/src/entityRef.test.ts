import { Entity } from '@backstage/catalog-model';
import { findModelRef, findServedModel, isEntityRef } from './entityRef';

describe('isEntityRef', () => {
  it.each([
    'risk-ml',
    'default/loans',
    'group:risk-ml',
    'model:default/v1.2_x',
  ])('accepts %s', text => expect(isEntityRef(text)).toBe(true));

  it.each([
    '',
    'a b',
    'a:b:c',
    'a/b/c',
    'group:',
    `model:${'a'.repeat(64)}`,
    '../x',
  ])('refuses %j', text => expect(isEntityRef(text)).toBe(false));
});

describe('findModelRef', () => {
  it.each(['credit-risk', 'default/Credit-Risk', 'Model:default/credit-risk'])(
    'completes %s',
    text => expect(findModelRef(text)).toBe('model:default/credit-risk'),
  );

  it.each(['', 'a:b:c', 'component:default/credit-risk', 'model:'])(
    'finds none in %j',
    text => expect(findModelRef(text)).toBeUndefined(),
  );
});

describe('findServedModel', () => {
  const service = (
    annotations: Record<string, string>,
    ...dependsOn: string[]
  ): Entity => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'api', annotations },
    relations: [
      { type: 'ownedBy', targetRef: 'model:default/not-this-one' },
      ...dependsOn.map(targetRef => ({ type: 'dependsOn', targetRef })),
    ],
  });
  const annotation = 'modelyard.io/model-ref';

  it('is the one that the annotation names', () => {
    const named = service({ [annotation]: 'model:default/A' }, 'model:x/b');
    expect(findServedModel(named)).toBe('model:default/a');
  });

  it('is the only one that the service depends on', () => {
    const refs = ['resource:default/db', 'model:default/a'];
    expect(findServedModel(service({}, ...refs))).toBe('model:default/a');
  });

  it.each([
    ['depends on none', service({}, 'resource:default/db')],
    ['depends on several', service({}, 'model:default/a', 'model:default/b')],
    ['names what is no Model', service({ [annotation]: 'a:b:c' }, 'model:x/a')],
  ])('is unknown of a service that %s', (_, unknown) =>
    expect(findServedModel(unknown)).toBeUndefined(),
  );
});
