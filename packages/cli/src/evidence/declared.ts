import { DeclaredContext } from '@modelyard/plugin-model-scorecard-common';
import { UsageError } from '../UsageError';

const texts = [
  'toolVersion',
  'attribute',
  'reference',
  'group',
  'primary',
  'databaseAt',
] as const;
const names = [
  ...texts,
  'target',
  'higherIsBetter',
  'proxies',
  'dataset',
  'dataset.n',
  'dataset.split',
  'dataset.digest',
];

function numberOf(name: string, value: string): number {
  const number = Number(value);
  if (value !== '' && Number.isFinite(number)) return number;
  throw new UsageError(`--declare ${name}=${value}: must be a number`);
}

/**
 * What `--declare name=value` says of a report.
 *
 * @throws UsageError
 */
export function readDeclared(
  pairs: readonly string[],
): DeclaredContext | undefined {
  if (!pairs.length) return undefined;
  const given = new Map(
    pairs.map(pair => {
      const at = pair.indexOf('=');
      const name = pair.slice(0, at);
      if (at < 1 || !names.includes(name))
        throw new UsageError(
          `--declare ${pair}: write name=value; names are ${names.join(', ')}`,
        );
      return [name, pair.slice(at + 1)];
    }),
  );
  const declared: DeclaredContext = {};
  for (const name of texts) {
    const value = given.get(name);
    if (value !== undefined) declared[name] = value;
  }
  const target = given.get('target');
  if (target !== undefined) declared.target = numberOf('target', target);
  const higher = given.get('higherIsBetter');
  if (higher !== undefined) declared.higherIsBetter = higher === 'true';
  const proxies = given.get('proxies');
  if (proxies !== undefined) declared.proxies = proxies.split(',');
  const dataset = given.get('dataset');
  if (dataset !== undefined) {
    const n = given.get('dataset.n');
    declared.dataset = {
      name: dataset,
      ...(n !== undefined && { n: numberOf('dataset.n', n) }),
      split: given.get('dataset.split'),
      digest: given.get('dataset.digest'),
    };
  }
  return declared;
}
