import { version6, version7, version8 } from '../__fixtures__/fakeModels';
import { literalHtml } from '../components/VersionPage/literalHtml';
import { metricNames, metricSeries } from './metricSeries';
import { formatBytes, formatChange, formatMetric } from './numbers';
import { safeHref } from './safeHref';

describe('metricSeries', () => {
  const rows = [version8, version7, version6];

  it('compares with the version before that was measured', () => {
    expect(metricSeries(rows, 'log_loss')).toEqual([
      {
        version: '7',
        value: expect.closeTo(0.09),
        change: undefined,
        better: undefined,
      },
      {
        version: '8',
        value: expect.closeTo(0.1),
        change: expect.closeTo(0.01),
        better: false,
      },
    ]);
  });

  it('names every metric once', () => {
    expect(metricNames(rows)).toEqual(['roc_auc', 'log_loss']);
  });
});

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

describe('literalHtml', () => {
  it('escapes tags outside of code', () => {
    expect(literalHtml('a <img src=x> b')).toBe('a \\<img src=x> b');
    expect(literalHtml('`<b>` <b>')).toBe('`<b>` \\<b>');
    expect(literalHtml('```html\n<b>\n```\n<b>')).toBe(
      '```html\n<b>\n```\n\\<b>',
    );
  });

  it('leaves links and comparisons alone', () => {
    expect(literalHtml('<https://example.com> and a < b')).toBe(
      '<https://example.com> and a < b',
    );
  });
});
