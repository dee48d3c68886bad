import { setImmediate as breathe } from 'node:timers/promises';
import { CleanTexts } from './CleanTexts';
import { findSecrets } from './findSecrets';
import { SecretlintThread } from './SecretlintThread';
import {
  ScannedText,
  SecretFinding,
  SecretScanner,
  SecretScanTimeoutError,
} from './SecretScanner';

interface Found {
  rule: string;
  start: number;
  value: string;
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
    const findings: SecretFinding[] = [];
    for (const text of texts) {
      if (performance.now() > deadline) throw new SecretScanTimeoutError();
      if (this.clean.has(text)) continue;
      const found = await this.secretlint.scan(text, deadline);
      const all: Found[] = [
        ...findSecrets(text.content),
        ...found.map(({ rule, start, end }) => ({
          rule,
          start,
          value: text.content.slice(start, end),
        })),
      ];
      const secrets = this.toFindings(text, all);
      if (secrets.length === 0) this.clean.add(text);
      findings.push(...secrets);
      // Others are served between two texts.
      await breathe();
    }
    return findings;
  }

  private toFindings({ path, content }: ScannedText, found: Found[]) {
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

function byStart(a: Found, b: Found): number {
  return a.start - b.start;
}
