import { findModelRef, isEntityRef } from './entityRef';

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
