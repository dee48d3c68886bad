import {
  fixtureText,
  onlyRecord,
  pointersOf,
  valuesOf,
} from './__testUtils__/adapted';
import { garakFormat } from './garak';

// Recorded with `test.Repeat`; lines of attempts, plugins and the digest taken out.
const repeat = () => fixtureText('garak-0.17.1/repeat-without-attempts.jsonl');
const entries = () =>
  repeat()
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line));
const { adapt } = garakFormat;

describe('garak', () => {
  it('gives the success rate of attacks by family, and counts an attempt once', () => {
    const { record, problems } = onlyRecord(adapt({ document: repeat() }));
    expect(problems).toEqual([]);
    expect(record).toMatchObject({
      kind: 'red-team',
      format: 'garak/0.17',
      tool: { name: 'garak', version: '0.17.1' },
      claims: { scanner: 'garak' },
    });
    expect(record.producedAt).toMatch(/^2026-11-27T02:.*Z$/);
    expect(record.metrics).toEqual([
      {
        key: 'asr',
        value: 1,
        n: 36,
        slice: { attr: 'family', group: 'divergence', n: 36 },
      },
      {
        key: 'asr',
        value: 0,
        n: 1,
        slice: { attr: 'family', group: 'goodside', n: 1 },
      },
      {
        key: 'asr',
        value: 1,
        n: 6,
        slice: { attr: 'family', group: 'grandma', n: 6 },
      },
    ]);
  });

  it('takes the list of entries too, and the time of the sender', () => {
    const producedAt = '2026-11-27T01:00:00Z';
    const { record } = onlyRecord(adapt({ document: entries(), producedAt }));
    expect(record.producedAt).toBe(producedAt);
    expect(record.metrics).toHaveLength(3);
  });

  it('sums the probes of a family', () => {
    const of = (probe: string, passed: number, fails: number) => ({
      entry_type: 'eval',
      probe,
      detector: 'd',
      passed,
      fails,
      nones: 0,
    });
    const document = [
      ...entries(),
      of('dan.One', 3, 1),
      of('dan.Two', 6, 0),
      of('dan.Two', 0, 0),
    ];
    expect(
      valuesOf(onlyRecord(adapt({ document })).record.metrics),
    ).toMatchObject({
      'asr family=dan': 0.1,
    });
  });

  it('has a problem with a family of which no attempt was decided', () => {
    const text = fixtureText('garak-0.17.1/undecided.jsonl').replaceAll(
      'test.Blank',
      'blank.Blank',
    );
    const adapted = onlyRecord(adapt({ document: text }));
    expect(adapted.problems).toEqual([
      expect.stringContaining('not one attempt of blank'),
    ]);
    expect(valuesOf(adapted.record.metrics)).toEqual({ 'asr family=test': 0 });
    expect(JSON.stringify(adapted)).not.toContain('quick brown fox');
  });

  it('has a problem with a run that evaluated nothing or broke off', () => {
    const document = entries().slice(0, 2);
    expect(onlyRecord(adapt({ document })).problems).toEqual([
      expect.stringContaining('holds no evaluation'),
      expect.stringContaining('broke off'),
    ]);
  });

  it('knows no other release, nor one that is not stated', () => {
    const text = repeat().replaceAll(
      '"garak_version": "0.17.1"',
      '"garak_version": "0.13.3"',
    );
    expect(onlyRecord(adapt({ document: text }))).toMatchObject({
      invalid: true,
      record: { metrics: [] },
    });
    const unstated = entries().filter(entry => entry.entry_type !== 'init');
    expect(onlyRecord(adapt({ document: unstated })).invalid).toBe(true);
  });

  it('refuses a torn line and a count that is none', () => {
    expect(
      pointersOf(adapt({ document: `${repeat()}{"entry_type": "ev` })),
    ).toEqual(['/12']);
    const document = entries();
    document[2].passed = null;
    expect(pointersOf(adapt({ document }))).toEqual(['/2/passed']);
  });
});
