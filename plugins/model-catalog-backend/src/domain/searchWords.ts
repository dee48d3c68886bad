const mostWords = 500;
const longestWord = 100;

/**
 * The different words of a text, in lower case and without accents: runs of
 * letters and digits. What is stored and what is asked for go through here, so
 * that both databases find the same.
 */
export function searchWords(text: string): string[] {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return [
    ...new Set((words ?? []).map(word => word.slice(0, longestWord))),
  ].slice(0, mostWords);
}
