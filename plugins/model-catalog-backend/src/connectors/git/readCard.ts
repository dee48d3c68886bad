import { open, realpath } from 'node:fs/promises';
import path from 'node:path';
import { InvalidItem } from '../../domain/InvalidItem';
import { isInside } from './isInside';

/** Largest card, in bytes. */
export const maxCardBytes = 256 * 1024;

/**
 * Reads the model card that a manifest names. It has to lie in the model's own
 * folder, also when links are followed.
 *
 * @param folder - real path of the model's folder
 * @param card - path as the manifest names it
 * @throws InvalidItem when the card can't be taken
 */
export async function readCard(folder: string, card: string): Promise<string> {
  const named = path.resolve(folder, card);
  if (path.isAbsolute(card) || !isInside(folder, named))
    throw new InvalidItem(
      `"${card}" leads out of the model's folder; name a file below it, such as ./cards/7.md`,
    );
  const real = await realpath(named).catch(() => undefined);
  if (real === undefined)
    throw new InvalidItem(
      `there is no file "${card}"; add it or leave out the card`,
    );
  if (!isInside(folder, real))
    throw new InvalidItem(
      `"${card}" is a link out of the model's folder; put the file itself there`,
    );
  const file = await open(real, 'r');
  try {
    const info = await file.stat();
    if (!info.isFile())
      throw new InvalidItem(`"${card}" is not a file; name a Markdown file`);
    if (info.size > maxCardBytes)
      throw new InvalidItem(
        `"${card}" has ${info.size} bytes, the limit is ${maxCardBytes}; shorten it`,
      );
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
}
