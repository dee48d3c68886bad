import { formatBytes, formatChange, formatMetric } from './numbers';
import { safeHref } from './safeHref';

describe('numbers', () => {
  it('keep four places', () => {
    expect(formatMetric(0.863388)).toBe('0.8634');
    expect(formatMetric(0.00001)).toBe('1.00e-5');
    expect(formatMetric(123456.78)).toBe('123,456.8');
    expect(formatChange(-0.01)).toBe('−0.01');
    expect(formatChange(0)).toBe('±0');
  });

  it('count bytes in decimal units', () => {
    expect(formatBytes(0)).toBe('0 B');
    expect(formatBytes(999)).toBe('999 B');
    expect(formatBytes(4_200_000_000)).toBe('4.2 GB');
  });
});

describe('safeHref', () => {
  it.each([
    // eslint-disable-next-line no-script-url -- what has to be refused
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil',
    's3://bucket',
    'http://',
    '',
  ])('refuses %p', url => expect(safeHref(url)).toBeUndefined());

  it('keeps http and https', () => {
    expect(safeHref('https://example.com/a')).toBe('https://example.com/a');
  });
});
