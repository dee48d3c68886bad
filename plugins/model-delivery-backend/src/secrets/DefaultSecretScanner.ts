import { setImmediate as breathe } from 'node:timers/promises';
import { CleanTexts } from './CleanTexts';
import { findSecrets, SecretMatch } from './findSecrets';
import { SecretlintFinding, SecretlintThread } from './SecretlintThread';
import {
  ScannedText,
  SecretFinding,
  SecretScanner,
  SecretScanTimeoutError,
} from './SecretScanner';

/** Characters that the thread is given at once. */
const batchLength = 1_000_000;

/** Texts together, up to a length; a longer one by itself. */
function* batchesOf(texts: readonly ScannedText[]): Iterable<ScannedText[]> {
  let batch: ScannedText[] = [];
  let length = 0;
  for (const text of texts) {
    if (batch.length > 0 && length + text.content.length > batchLength) {
      yield batch;
      batch = [];
      length = 0;
    }
    batch.push(text);
    length += text.content.length;
  }
  if (batch.length > 0) yield batch;
}

/**
 * {@link SecretScanner} by our own rules and those of secretlint.
 */
export class DefaultSecretScanner implements SecretScanner {
  private constructor(
    private readonly secretlint: SecretlintThread,
    private readonly allowed: readonly RegExp[],
    private readonly clean: CleanTexts,
  ) {}

  /**
   * @param options - `allowed`: what looks like a secret and is none
   */
  static create(options: { allowed?: readonly RegExp[] } = {}) {
    return new DefaultSecretScanner(
      SecretlintThread.create(),
      options.allowed ?? [],
      CleanTexts.create(),
    );
  }

  async scan(
    texts: readonly ScannedText[],
    { timeoutMs }: { timeoutMs: number },
  ): Promise<SecretFinding[]> {
    const deadline = performance.now() + timeoutMs;
    const unknown = texts.filter(text => !this.clean.has(text));
    const findings: SecretFinding[] = [];
    for (const batch of batchesOf(unknown))
      findings.push(...(await this.scanBatch(batch, deadline)));
    return findings;
  }

  /** The thread and our own rules look at the same time. */
  private async scanBatch(batch: readonly ScannedText[], deadline: number) {
    const [theirs, ours] = await Promise.all([
      this.secretlint.scan(batch, deadline),
      findOwn(batch, deadline),
    ]);
    return batch.flatMap((text, place) => {
      const found = [...ours[place], ...toMatches(text, theirs[place])];
      const secrets = this.toFindings(text, found);
      if (secrets.length === 0) this.clean.add(text);
      return secrets;
    });
  }

  private toFindings({ path, content }: ScannedText, found: SecretMatch[]) {
    const findings: SecretFinding[] = [];
    let line = 1;
    let counted = 0;
    for (const { rule, start, value } of found.sort(byStart)) {
      if (this.allowed.some(pattern => pattern.test(value))) continue;
      line += content.slice(counted, start).split('\n').length - 1;
      counted = start;
      if (findings.at(-1)?.line !== line) findings.push({ path, line, rule });
    }
    return findings;
  }
}

async function findOwn(batch: readonly ScannedText[], deadline: number) {
  const found: SecretMatch[][] = [];
  for (const { content } of batch) {
    if (performance.now() > deadline) throw new SecretScanTimeoutError();
    found.push(findSecrets(content));
    // Others are served between two texts.
    await breathe();
  }
  return found;
}

function toMatches(
  { content }: ScannedText,
  found: readonly SecretlintFinding[],
): SecretMatch[] {
  return found.map(({ rule, start, end }) => ({
    rule,
    start,
    value: content.slice(start, end),
  }));
}

function byStart(a: SecretMatch, b: SecretMatch): number {
  return a.start - b.start;
}
