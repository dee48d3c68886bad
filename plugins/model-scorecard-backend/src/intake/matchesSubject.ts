import { minimatch } from 'minimatch';

/**
 * Whether a producer's identity matches a configured pattern; `*` stops at a
 * slash, `**` doesn't, and nothing else is special.
 */
export function matchesSubject(pattern: string, subject: string): boolean {
  return minimatch(subject, pattern, {
    dot: true,
    nobrace: true,
    nocomment: true,
    noext: true,
    nonegate: true,
  });
}
