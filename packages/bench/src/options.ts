import { InputError } from '@backstage/errors';

/** How much is measured. */
export interface BenchOptions {
  /** Versions and entities of the sync; a multiple of 20. */
  syncVersions: number;
  /** Versions that the checks are evaluated for. */
  evaluatedVersions: number;
  /** How often short work is measured; the median counts. */
  rounds: number;
}

const flags: Record<string, keyof BenchOptions> = {
  '--sync-versions': 'syncVersions',
  '--evaluated-versions': 'evaluatedVersions',
  '--rounds': 'rounds',
};

/**
 * Reads `--sync-versions 2000 --evaluated-versions 1000 --rounds 7`.
 *
 * @throws InputError naming the argument that is wrong
 */
export function readOptions(argv: string[]): BenchOptions {
  const options: BenchOptions = {
    syncVersions: 2000,
    evaluatedVersions: 1000,
    rounds: 7,
  };
  for (let i = 0; i < argv.length; i += 2) {
    const key = flags[argv[i]];
    const value = Number(argv[i + 1]);
    if (!key)
      throw new InputError(
        `No such argument: ${argv[i]}. There are ${Object.keys(flags).join(', ')}.`,
      );
    if (!Number.isInteger(value) || value < 1)
      throw new InputError(`${argv[i]} needs a number from 1 on`);
    options[key] = value;
  }
  if (options.syncVersions % 20 !== 0)
    throw new InputError('--sync-versions has to be a multiple of 20');
  return options;
}
