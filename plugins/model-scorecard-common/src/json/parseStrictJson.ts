import { FieldProblem, jsonPointer } from './jsonPointer';

/**
 * Outcome of {@link parseStrictJson}: a value, or every place that is wrong.
 *
 * @public
 */
export type StrictJsonResult =
  { ok: true; value: unknown } | { ok: false; problems: FieldProblem[] };

const maxDepth = 200;
const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const bareWordPattern = /[+-]?[A-Za-z_$][\w$]*/y;
const stringPattern = /"(?:[^"\\]|\\.)*"/y;
const whitespacePattern = /[ \t\r\n]*/y;

class SyntaxProblem extends Error {}

class StrictJsonReader {
  readonly problems: FieldProblem[] = [];
  private position = 0;
  private readonly path: (string | number)[] = [];

  constructor(private readonly text: string) {}

  read(): unknown {
    const value = this.readValue();
    this.skipWhitespace();
    if (this.position < this.text.length)
      this.stop('there is more text after the end of the document');
    return value;
  }

  get pointer(): string {
    return jsonPointer(this.path);
  }

  private readValue(): unknown {
    if (this.path.length > maxDepth) this.stop('nested too deeply');
    this.skipWhitespace();
    const start = this.text[this.position];
    if (start === undefined) this.stop('the document ends too early');
    if (start === '{') return this.readObject();
    if (start === '[') return this.readArray();
    if (start === '"') return this.readString();
    return this.readNumber() ?? this.readWord();
  }

  private readObject(): Record<string, unknown> {
    const members = new Map<string, unknown>();
    this.readItems('}', () => {
      if (this.text[this.position] !== '"') this.stop('expected a quoted key');
      const key = this.readString();
      this.path.push(key);
      if (members.has(key)) this.note(`the key "${key}" occurs twice`);
      this.skipWhitespace();
      if (this.text[this.position] !== ':') this.stop('expected ":"');
      this.position += 1;
      members.set(key, this.readValue());
      this.path.pop();
    });
    return Object.fromEntries(members);
  }

  private readArray(): unknown[] {
    const items: unknown[] = [];
    this.readItems(']', () => {
      this.path.push(items.length);
      items.push(this.readValue());
      this.path.pop();
    });
    return items;
  }

  private readItems(end: string, readItem: () => void): void {
    this.position += 1;
    this.skipWhitespace();
    if (this.text[this.position] === end) {
      this.position += 1;
      return;
    }
    for (;;) {
      this.skipWhitespace();
      readItem();
      this.skipWhitespace();
      const next = this.text[this.position];
      if (next === undefined) this.stop('the document ends too early');
      if (next !== end && next !== ',') this.stop(`expected "," or "${end}"`);
      this.position += 1;
      if (next === end) return;
    }
  }

  private readString(): string {
    const raw = this.take(stringPattern);
    if (raw === undefined) this.stop('the text is not closed');
    try {
      return JSON.parse(raw);
    } catch {
      return this.stop('the text holds a character or escape that JSON lacks');
    }
  }

  private readNumber(): number | undefined {
    const raw = this.take(numberPattern);
    if (raw === undefined) return undefined;
    const value = Number(raw);
    if (!Number.isFinite(value)) this.note(`${raw} is too large for a number`);
    return value;
  }

  private readWord(): unknown {
    const word = this.take(bareWordPattern);
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    if (word !== undefined && /^[+-]?(?:nan|inf(?:inity)?)$/i.test(word)) {
      this.note(`${word} is not a number that can be compared`);
      return undefined;
    }
    return this.stop('expected a value');
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.position;
    const match = pattern.exec(this.text)?.[0];
    if (match !== undefined) this.position = pattern.lastIndex;
    return match;
  }

  private skipWhitespace(): void {
    this.take(whitespacePattern);
  }

  private note(message: string): void {
    this.problems.push({ path: this.pointer, message });
  }

  private stop(message: string): never {
    const line = this.text.slice(0, this.position).split('\n').length;
    throw new SyntaxProblem(`${message} (line ${line})`);
  }
}

/**
 * Parses JSON more strictly than `JSON.parse`: also refuses duplicate keys,
 * numbers that overflow, and names the place of a bare `NaN` or `Infinity` and
 * of a truncation.
 *
 * @public
 */
export function parseStrictJson(text: string): StrictJsonResult {
  const reader = new StrictJsonReader(text);
  try {
    const value = reader.read();
    return reader.problems.length
      ? { ok: false, problems: reader.problems }
      : { ok: true, value };
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    const problem = { path: reader.pointer, message: error.message };
    return { ok: false, problems: [...reader.problems, problem] };
  }
}
