import { isEntityRef } from './entityRef';

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
