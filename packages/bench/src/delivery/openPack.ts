import { readFile, writeFile } from 'node:fs/promises';
import { isMap, isSeq, parseDocument } from 'yaml';

/**
 * Writes a check pack with the same checks of which none closes a gate: people who
 * approve can't be had in a bench, and what a check costs does not follow from what
 * it may forbid.
 */
export async function writeOpenPack(
  source: string,
  target: string,
): Promise<void> {
  const pack = parseDocument(await readFile(source, 'utf8'));
  pack.delete('fixtures');
  const checks = pack.get('checks');
  if (!isSeq(checks)) throw new Error(`${source} has no checks`);
  for (const check of checks.items)
    if (isMap(check)) check.set('severity', 'waivable');
  await writeFile(target, pack.toString());
}
