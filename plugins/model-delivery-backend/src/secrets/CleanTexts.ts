import { createHash } from 'node:crypto';
import { ScannedText } from './SecretScanner';

const most = 4_000;

/**
 * Texts that held no secret when they were scanned, by their hash. Most files of a
 * plan are those of the plan before.
 */
export class CleanTexts {
  private readonly known = new Set<string>();

  private constructor() {}

  static create(): CleanTexts {
    return new CleanTexts();
  }

  has(text: ScannedText): boolean {
    return this.known.has(keyOf(text));
  }

  /** Of too many, the one that was added first is forgotten. */
  add(text: ScannedText): void {
    this.known.add(keyOf(text));
    const [first] = this.known;
    if (this.known.size > most) this.known.delete(first);
  }
}

/** The path counts: what a file is called says how it is read. */
function keyOf({ path, content }: ScannedText): string {
  return createHash('sha256')
    .update(`${path.length} ${path}`)
    .update(content)
    .digest('base64');
}
