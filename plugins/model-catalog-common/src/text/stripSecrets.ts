/** Stands where a secret was. @public */
export const removedSecret = '[removed: looked like a secret]';

/** Secrets by the form that their makers gave them. */
const secretForms = [
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g,
  /\bgh[pousr]_[A-Za-z0-9]{36,}\b/g,
  /\bgithub_pat_[A-Za-z0-9_]{40,}\b/g,
  /\bglpat-[A-Za-z0-9_-]{20,}/g,
  /\bhf_[A-Za-z0-9]{30,}\b/g,
  /\bxox[abprs]-[A-Za-z0-9-]{10,}/g,
  /\bsk-[A-Za-z0-9_-]{20,}/g,
  /\bAIza[A-Za-z0-9_-]{35}/g,
  /\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+/g,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
];

/** What one of the forms contains; most texts have none of it. */
const hint =
  /AKIA|ASIA|gh[pousr]_|github_pat_|glpat-|hf_|xox[abprs]-|sk-|AIza|eyJ|PRIVATE KEY/;

const secretWords = new Set([
  'password',
  'passwd',
  'pwd',
  'passphrase',
  'secret',
  'secrets',
  'token',
  'apikey',
  'credential',
  'credentials',
  'authorization',
]);
const secretPairs = new Set([
  'api key',
  'access key',
  'account key',
  'private key',
  'signing key',
  'connection string',
  'sas url',
]);

/** The text without what has the form of a key, a token or a password. @public */
export function stripSecrets(text: string): string {
  if (!hint.test(text)) return text;
  return secretForms.reduce(
    (rest, form) => rest.replace(form, removedSecret),
    text,
  );
}

/**
 * Whether a key such as `DB_PASSWORD` or `apiKey` names a secret; `max_tokens` doesn't.
 *
 * @public
 */
export function namesSecret(key: string): boolean {
  const words = key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return words.some(
    (word, index) =>
      secretWords.has(word) ||
      (index > 0 && secretPairs.has(`${words[index - 1]} ${word}`)),
  );
}
