import { countOf, differencesOf } from './compare';
import { Judgement, Subject } from './Subject';

const subject = (name: string, ...expected: string[]): Subject => ({
  name,
  expected,
  object: { apiVersion: 'v1', kind: 'Pod', metadata: { name } },
});

const judged = (...verdicts: Judgement['verdicts']): Judgement => ({
  engine: 'gator',
  verdicts,
  seconds: 1,
});

describe('verdicts', () => {
  const subjects = [subject('good'), subject('bad', 'labels')];

  it('that are as expected differ in nothing', () => {
    const judgement = judged({ rules: [] }, { rules: ['labels'] });
    expect(differencesOf(subjects, judgement)).toEqual([]);
    expect(countOf(judgement)).toEqual({
      evaluated: 2,
      accepted: 1,
      refused: 1,
    });
  });

  it('differ by a rule too many, one too few and any other reason', () => {
    expect(
      differencesOf(subjects, judged({ rules: ['limits'] }, { rules: [] })),
    ).toEqual([
      'gator: good is refused: limits, expected accepted',
      'gator: bad is accepted, expected refused: labels',
    ]);
    expect(
      differencesOf(
        subjects,
        judged({ rules: [], refusal: 'no such kind' }, { rules: ['labels'] }),
      ),
    ).toEqual(['gator: good is refused: no such kind, expected accepted']);
  });

  it('differ when there are fewer than objects', () => {
    expect(differencesOf(subjects, judged({ rules: [] }))).toEqual([
      'gator judged 1 of 2 objects',
    ]);
  });
});
