import { isSpdxExpression } from './spdx';

describe('isSpdxExpression', () => {
  it.each([
    'Apache-2.0',
    'Apache-2.0+',
    'MIT OR Apache-2.0',
    '(MIT AND BSD-3-Clause) OR LicenseRef-bank-internal',
    'GPL-2.0-only WITH Classpath-exception-2.0',
    'DocumentRef-a:LicenseRef-b',
  ])('takes %s', text => {
    expect(isSpdxExpression(text)).toBe(true);
  });

  it.each([
    '',
    ' ',
    'Apache 2.0',
    'apache-2.0',
    'MIT OR',
    'MIT MIT',
    '(MIT',
    'MIT)',
    '()',
    'OR MIT',
    'MIT WITH',
    'LicenseRef-',
    'MIT; rm -rf /',
    'proprietary',
  ])('refuses "%s"', text => {
    expect(isSpdxExpression(text)).toBe(false);
  });

  it('reads deep brackets without giving up', () => {
    const deep = `${'('.repeat(100)}MIT${')'.repeat(100)}`;
    expect(isSpdxExpression(deep)).toBe(true);
    expect(isSpdxExpression(deep.slice(1))).toBe(false);
  });
});
