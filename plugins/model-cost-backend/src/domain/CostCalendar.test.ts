import { DayRecord, SourceRecord } from '../database/CostStore';
import { CostCalendar } from './CostCalendar';
import { readSpan } from './span';

const now = new Date('2026-11-21T03:00:00Z');

function record(sourceId: string, firstDay?: string, lastDay?: string) {
  const counts = { ok: 1, missing: 0, failed: 0 };
  return { sourceId, firstDay, lastDay, counts } satisfies SourceRecord;
}

function dayOf(
  sourceId: string,
  day: string,
  state: DayRecord['state'] = 'ok',
): DayRecord {
  return { sourceId, day, state, revision: 1, notices: [] };
}

function calendarOf(...sources: { redate: boolean; record: SourceRecord }[]) {
  return CostCalendar.create({ sources, now });
}

const span = readSpan({ from: '2026-11-17', to: '2026-11-20' }, now);

describe('CostCalendar', () => {
  it('moves the days of a redated source so that they end yesterday', () => {
    const calendar = calendarOf({
      redate: true,
      record: record('a', '2026-10-01', '2026-10-30'),
    });
    expect(calendar.shiftOf('a')).toBe(21);
    expect(calendar.toShown('a', '2026-10-30')).toBe('2026-11-20');
    expect(calendar.rangesOf('2026-11-19', '2026-11-20')).toEqual([
      { sourceId: 'a', from: '2026-10-29', to: '2026-10-30' },
    ]);
    expect(calendar.statesOf(span, [dayOf('a', '2026-10-30')])).toEqual([
      'missing',
      'missing',
      'missing',
      'ok',
    ]);
  });

  it('tells missing, failed and ok apart over all sources', () => {
    const calendar = calendarOf(
      { redate: false, record: record('a', '2026-11-17', '2026-11-20') },
      { redate: false, record: record('b', '2026-11-18', '2026-11-20') },
    );
    const records = [
      dayOf('a', '2026-11-17'),
      dayOf('a', '2026-11-18'),
      dayOf('b', '2026-11-18', 'failed'),
      dayOf('a', '2026-11-19'),
      dayOf('a', '2026-11-20'),
      dayOf('b', '2026-11-20'),
    ];
    expect(calendar.statesOf(span, records)).toEqual([
      'ok',
      'failed',
      'missing',
      'ok',
    ]);
  });

  it('has only missing days without sources', () => {
    expect(new Set(calendarOf().statesOf(span, []))).toEqual(
      new Set(['missing']),
    );
  });
});
