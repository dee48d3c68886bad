import { SecretFinding } from './SecretScanner';

const shown = 20;

/** Makes a text of others fit to be shown in a terminal. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?').slice(0, 300);
}

/** One line per finding: `overlays/prod/app.yaml:12 (github-token)`. */
export function describeSecrets(findings: readonly SecretFinding[]): string[] {
  const lines = findings
    .slice(0, shown)
    .map(({ path, line, rule }) => `${printable(path)}:${line} (${rule})`);
  const more = findings.length - lines.length;
  return more > 0 ? [...lines, `and ${more} more`] : lines;
}

/** What to do about a secret that was nearly published. */
export const secretRemedy =
  'Take it out, keep it in a secret store and refer to it by an ExternalSecret; if it is real, revoke it';
