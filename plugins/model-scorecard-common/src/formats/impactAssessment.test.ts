import {
  fixture,
  onlyRecord,
  pointersOf,
  valuesOf,
} from './__testUtils__/adapted';
import { impactAssessmentFormat } from './impactAssessment';

const approved = () =>
  fixture('impact-assessment-schema/from-schema-approved.json');
const { adapt } = impactAssessmentFormat;

describe('impact-assessment', () => {
  it('reads an approved assessment', () => {
    const { record, problems } = onlyRecord(adapt({ document: approved() }));
    expect(problems).toEqual([]);
    expect(record).toMatchObject({
      kind: 'impact-assessment',
      format: 'impact-assessment/1',
      producedAt: '2026-11-19T14:00:00.000Z',
      claims: {
        status: 'approved',
        approvedBy: ['group:default/ethics'],
        affectedGroups: ['applicants', 'guarantors'],
        residualRisk: 'low',
      },
    });
    expect(valuesOf(record.metrics)).toEqual({ risks: 1, open_risks: 0 });
  });

  it('has problems with a draft that nobody signed off', () => {
    const document = { ...approved(), status: 'draft', approvedBy: undefined };
    expect(onlyRecord(adapt({ document })).problems).toHaveLength(2);
  });

  it('refuses one without groups', () => {
    const document = {
      ...approved(),
      affectedGroups: [],
      residualRisk: 'tiny',
    };
    expect(pointersOf(adapt({ document }))).toEqual([
      '/affectedGroups',
      '/residualRisk',
    ]);
  });
});
