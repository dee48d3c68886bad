import {
  fixture,
  onlyRecord,
  pointersOf,
  valuesOf,
} from './__testUtils__/adapted';
import { dpiaFormat } from './dpia';

const approved = () => fixture('dpia-schema/from-schema-approved.json');
const { adapt } = dpiaFormat;

describe('dpia', () => {
  it('reads an approved assessment', () => {
    const { record, problems } = onlyRecord(adapt({ document: approved() }));
    expect(problems).toEqual([]);
    expect(record).toMatchObject({
      kind: 'dpia',
      format: 'dpia/1',
      producedAt: '2026-11-19T14:00:00.000Z',
      claims: {
        status: 'approved',
        approvedBy: ['user:default/dana'],
        purpose: 'decide on consumer credit',
        lawfulBasis: 'contract, Art. 6(1)(b)',
      },
    });
    expect(valuesOf(record.metrics)).toEqual({ risks: 2, open_risks: 1 });
  });

  it.each([
    ['a draft', { status: 'draft' }, 'is a draft'],
    ['one in review', { status: 'in-review' }, 'still in review'],
    ['a rejected one', { status: 'rejected' }, 'was rejected'],
    ['one that nobody signed off', { approvedBy: [' '] }, 'names nobody'],
    ['one without a risk', { risks: [] }, 'names no risk'],
  ])('has a problem with %s', (_, change, problem) => {
    const document = { ...approved(), ...change };
    expect(onlyRecord(adapt({ document })).problems).toEqual([
      expect.stringContaining(problem),
    ]);
  });

  it('knows no other version', () => {
    expect(
      onlyRecord(adapt({ document: { ...approved(), version: 2 } })),
    ).toMatchObject({
      invalid: true,
      record: { format: 'dpia/2', metrics: [] },
    });
  });

  it('refuses what is missing or of another type', () => {
    const document = approved();
    document.status = 'done';
    document.risks[1] = { title: 'x' };
    document.lawfulBasis = ' ';
    expect(pointersOf(adapt({ document }))).toEqual([
      '/status',
      '/risks/1/status',
      '/lawfulBasis',
    ]);
  });
});
