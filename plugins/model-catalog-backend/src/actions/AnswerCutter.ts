/** Characters of one long text, such as a model card. */
export const mostCharacters = 20_000;
/** Characters of a text in a row of a list. */
export const mostCharactersInRow = 500;
/** Entries of a list inside of an answer. */
export const mostEntries = 100;

/**
 * Keeps an answer small enough to be read by a model, and says how much of which
 * field it left out.
 */
export class AnswerCutter {
  private readonly leftOut = new Map<string, number>();

  private constructor() {}

  static create(): AnswerCutter {
    return new AnswerCutter();
  }

  /** The beginning of a text; half of a pair of characters is not left behind. */
  text(field: string, text: string, most: number): string {
    if (text.length <= most) return text;
    const kept = text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
    this.add(field, text.length - kept.length);
    return kept;
  }

  /** The first entries of a list. */
  list<T>(field: string, list: T[], most: number = mostEntries): T[] {
    if (list.length > most) this.add(field, list.length - most);
    return list.slice(0, most);
  }

  /** The first entries of an object. */
  entries<T>(field: string, object: Record<string, T>): Record<string, T> {
    return Object.fromEntries(this.list(field, Object.entries(object)));
  }

  /** Part of the answer; nothing when all of it is there. */
  get note(): { leftOut?: Record<string, number> } {
    return this.leftOut.size > 0
      ? { leftOut: Object.fromEntries(this.leftOut) }
      : {};
  }

  private add(field: string, count: number): void {
    this.leftOut.set(field, (this.leftOut.get(field) ?? 0) + count);
  }
}
