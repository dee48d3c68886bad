import { groups, readOptions } from './options';

describe('readOptions', () => {
  it('has defaults and takes what is given', () => {
    expect(readOptions(['--rounds', '3'])).toEqual({
      syncVersions: 20000,
      syncEntities: 2000,
      unchangedVersions: 20000,
      scaleModels: 10000,
      costWorkloads: 5000,
      costDays: 400,
      scaleRounds: 400,
      evaluatedVersions: 1000,
      rounds: 3,
      only: groups,
    });
    expect(
      readOptions(['--only', 'sync,scale', '--write', 'results.md']),
    ).toMatchObject({ only: ['sync', 'scale'], write: 'results.md' });
    expect(readOptions(['--opencost', 'http://host:9003']).openCost).toBe(
      'http://host:9003',
    );
  });

  it.each([
    [['--fast', '1'], `Unknown option '--fast'`],
    [['--rounds'], '--rounds'],
    [['--rounds', 'many'], '--rounds needs a number'],
    [['--sync-versions', '30'], 'multiple of 20'],
    [['--unchanged-versions', '20'], 'multiple of 400'],
    [['--opencost', 'host'], '--opencost needs an address'],
    [['--only', 'sync,nothing'], 'there is no "nothing"'],
  ])('refuses %j', (argv, message) => {
    expect(() => readOptions(argv)).toThrow(message);
  });
});
