/**
 * A text that may hold secrets.
 */
export interface ScannedText {
  /** Where it lies in the repository. */
  path: string;
  content: string;
}

/**
 * Something that looks like a secret. It never carries the secret itself.
 */
export interface SecretFinding {
  path: string;
  /** Counted from 1. */
  line: number;
  /** Id of the rule that found it, such as `private-key`. */
  rule: string;
}

/**
 * Looks for secrets in texts.
 */
export interface SecretScanner {
  /**
   * @returns at most one finding per line, in the order of the texts
   * @throws SecretScanTimeoutError when it takes longer than it may
   */
  scan(
    texts: readonly ScannedText[],
    options: { timeoutMs: number },
  ): Promise<SecretFinding[]>;
}

/** A scan took longer than it may. */
export class SecretScanTimeoutError extends Error {
  name = 'SecretScanTimeoutError';
}
