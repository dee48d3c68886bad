import { InvalidFieldsError } from '@modelyard/plugin-model-catalog-node';
import { previousSpan, readSpan } from './span';

const now = new Date('2026-11-21T03:00:00Z');

function fieldsOf(query: { from?: string; to?: string }) {
  try {
    readSpan(query, now);
  } catch (error) {
    if (error instanceof InvalidFieldsError)
      return error.fields.map(({ path }) => path);
    throw error;
  }
  return [];
}

describe('readSpan', () => {
  it('is the last thirty closed days without dates', () => {
    const span = readSpan({}, now);
    expect([span.from, span.to, span.days.length]).toEqual([
      '2026-10-22',
      '2026-11-20',
      30,
    ]);
  });

  it('includes both ends and survives leap days', () => {
    expect(
      readSpan({ from: '2028-02-28', to: '2028-03-01' }, now).days,
    ).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
  });

  it('may lie ahead', () => {
    expect(readSpan({ from: '2027-01-01' }, now).days).toEqual(['2027-01-01']);
  });

  it.each([
    [{ from: '2026-02-30' }, ['/query/from']],
    [{ from: 'x', to: 'y' }, ['/query/from', '/query/to']],
    [{ from: '2026-03-02', to: '2026-03-01' }, ['/query/to']],
    [{ from: '2020-01-01', to: '2026-03-01' }, ['/query/from']],
  ])('names the field of %j', (query, fields) => {
    expect(fieldsOf(query)).toEqual(fields);
  });
});

describe('previousSpan', () => {
  it('is as long and ends the day before', () => {
    const span = readSpan({ from: '2026-03-01', to: '2026-03-02' }, now);
    expect(previousSpan(span).days).toEqual(['2026-02-27', '2026-02-28']);
  });
});
