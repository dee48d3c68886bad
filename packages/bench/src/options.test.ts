import { readOptions } from './options';

describe('readOptions', () => {
  it('has defaults and takes what is given', () => {
    expect(readOptions(['--rounds', '3'])).toEqual({
      syncVersions: 2000,
      evaluatedVersions: 1000,
      rounds: 3,
    });
  });

  it.each([
    [['--fast', '1'], 'No such argument: --fast'],
    [['--rounds'], '--rounds needs a number'],
    [['--sync-versions', '30'], 'multiple of 20'],
  ])('refuses %j', (argv, message) => {
    expect(() => readOptions(argv)).toThrow(message);
  });
});
