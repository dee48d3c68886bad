import { version6, version7, version8 } from '../__testUtils__/fakeModels';
import { literalHtml } from '../components/VersionPage/literalHtml';
import { formatDuration } from './duration';
import { metricNames, metricSeries } from './metricSeries';

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

describe('formatDuration', () => {
  it.each([
    [7, '< 0.1 s'],
    [840, '0.8 s'],
    [12_300, '12 s'],
    [60_000, '1 min'],
    [185_000, '3 min 5 s'],
    [7_440_000, '2 h 4 min'],
  ])('%p ms is %p', (milliseconds, text) =>
    expect(formatDuration(milliseconds)).toBe(text),
  );
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
