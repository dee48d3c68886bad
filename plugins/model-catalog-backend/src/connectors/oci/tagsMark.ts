import { createHash } from 'node:crypto';
import { z } from 'zod';
import { TaggedDigest } from './tags';

const marked = z.tuple([
  z.string(),
  z.array(z.tuple([z.string(), z.string()])),
]);

/**
 * Mark of a repository. Changes with every tag that comes, goes or moves; carries
 * the digests of its immutable tags, so that nobody need ask for them again.
 *
 * @param tags - in a steady order
 */
export function writeTagsMark(
  tags: TaggedDigest[],
  isImmutable: (tag: string) => boolean,
): string {
  const moving = tags.filter(({ tag }) => !isImmutable(tag));
  const hash = createHash('sha256')
    .update(moving.map(({ tag, digest }) => `${tag} ${digest}\n`).join(''))
    .digest('hex');
  const fixed = tags.filter(({ tag }) => isImmutable(tag));
  return JSON.stringify([hash, fixed.map(({ tag, digest }) => [tag, digest])]);
}

/** Digests that a mark carries, by tag. */
export function readTagsMark(mark: string | undefined): Map<string, string> {
  if (mark === undefined) return new Map();
  try {
    return new Map(marked.safeParse(JSON.parse(mark)).data?.[1]);
  } catch {
    // Written by an earlier release: everything is asked once more.
    return new Map();
  }
}
