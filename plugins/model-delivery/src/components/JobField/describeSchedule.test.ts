import { translate } from '../../__testUtils__/texts';
import { describeSchedule } from './describeSchedule';

describe('describeSchedule', () => {
  it.each([
    ['0 3 * * 1', 'Runs at 03:00 on Monday, UTC: about 4.3 times a month.'],
    [
      '30 3,15 * * *',
      'Runs at 03:30 and 15:30 every day, UTC: about 61 times a month.',
    ],
    [
      '0 0 1 jan,jul *',
      'Runs at 00:00 on day 1 of the month, in January and July, UTC: about 0.2 times a month.',
    ],
    [
      '*/30 * * * *',
      'Runs every hour at minute 0 and 30 every day, UTC: about 1460 times a month.',
    ],
    [
      '* * * * *',
      'Runs every minute every day, UTC: about 43800 times a month.',
    ],
    [
      '*/30 8-11 * * mon-fri',
      'Runs at minute 0 and 30 of the hours 8, 9, 10, and 11 on Monday, Tuesday, Wednesday, Thursday, and Friday, UTC: about 174 times a month.',
    ],
  ])('puts %p into words', (cron, words) => {
    expect(describeSchedule(translate, cron)).toBe(words);
  });

  it('names the time zone', () => {
    expect(describeSchedule(translate, '0 3 * * 1', 'Europe/Berlin')).toContain(
      'on Monday, Europe/Berlin:',
    );
  });

  it.each(['', 'weekly', '61 * * * *'])('says nothing about %p', cron => {
    expect(describeSchedule(translate, cron)).toBeUndefined();
  });
});
