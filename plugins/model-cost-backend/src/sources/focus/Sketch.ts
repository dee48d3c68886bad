/** As many of the smallest numbers are kept: enough to see half of them again. */
const size = 256;
/** With this share of lines in common two files tell the same. */
const sameShare = 0.5;

/**
 * Remembers some of many numbers so that two sets can be compared without keeping
 * them: the smallest ones of evenly spread hashes are a fair sample of each.
 */
export class Sketch {
  private kept: number[] = [];
  private largest = Infinity;

  add(number: number): this {
    if (number >= this.largest) return this;
    this.kept.push(number);
    if (this.kept.length >= 2 * size) this.shrink();
    return this;
  }

  /** Whether most of the smaller set is in the other as well. */
  overlaps(other: Sketch): boolean {
    this.shrink();
    other.shrink();
    const largest = Math.min(this.largest, other.largest);
    const own = new Set(this.kept.filter(number => number <= largest));
    const others = new Set(other.kept.filter(number => number <= largest));
    const shared = [...own].filter(number => others.has(number)).length;
    const smaller = Math.min(own.size, others.size);
    return smaller > 0 && shared / smaller > sameShare;
  }

  private shrink(): void {
    this.kept = [...new Set(this.kept)].sort((a, b) => a - b).slice(0, size);
    this.largest = this.kept.length === size ? this.kept[size - 1] : Infinity;
  }
}
