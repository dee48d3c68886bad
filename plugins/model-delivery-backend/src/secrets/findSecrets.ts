import { findKubernetesSecrets } from './findKubernetesSecrets';
import { looksSecret } from './looksSecret';
import { patternRules } from './patternRules';

/**
 * A part of a text that looks like a secret.
 */
export interface SecretMatch {
  rule: string;
  /** Position of its first character. */
  start: number;
  /** The secret itself: for comparison only, never to be shown. */
  value: string;
}

const passwordWord = /(?:pass(?:word|wd|phrase|code)?|pwd)s?$/i;
const secretWord =
  /(?:secret|token|credentials?|(?:api|access|account|secret|private|signing|encryption|auth|master|service|license)[-_]?key)s?$/i;

/** `password: value`, `"apiKey": "value"`, `--token=value`, also as a block. */
const assignment =
  /(?<key>(?:pass(?:word|wd|phrase|code)|pwd|secret|token|credentials?|(?:api|access|account|secret|private|signing|encryption|auth|master|service|license)[-_]?key)s?)["'`]?[ \t]{0,4}(?::=|=>|[:=])\s{0,4}(?:[|>][+-]?[ \t]{0,4}\n\s{1,40})?["'`]?(?<value>[^\s"'`,;]{8,300})/gi;

/** `name: API_KEY` and `value: …`, as variables of containers are written. */
const variable =
  /\bname["']?[ \t]{0,4}:[ \t]{0,4}["']?(?<key>[\w.-]{1,100})["']?[\s,]{1,80}["']?value["']?[ \t]{0,4}:[ \t]{0,4}["']?(?<value>[^\s"',}]{8,300})/gi;

/** An address with a password in it, of whatever scheme. */
const connection =
  /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/"'<>]{0,100}:(?<value>[^\s@/"'<>]{3,200})@[\w[]/gi;

function kindOf(key: string): 'password' | 'key' | undefined {
  if (passwordWord.test(key)) return 'password';
  return secretWord.test(key) ? 'key' : undefined;
}

function findPatterns(text: string): SecretMatch[] {
  return patternRules.flatMap(({ id, pattern }) =>
    [...text.matchAll(pattern)].map(match => ({
      rule: id,
      start: match.index,
      value: match[0],
    })),
  );
}

function findNamed(text: string): SecretMatch[] {
  return [assignment, variable].flatMap(pattern =>
    [...text.matchAll(pattern)].flatMap(match => {
      const { key = '', value = '' } = match.groups ?? {};
      const kind = kindOf(key);
      if (!kind || !looksSecret(value, kind)) return [];
      const start = match.index + match[0].lastIndexOf(value);
      return [{ rule: `value-of-a-${kind}`, start, value }];
    }),
  );
}

function findConnections(text: string): SecretMatch[] {
  return [...text.matchAll(connection)].flatMap(match => {
    const value = match.groups?.value ?? '';
    // A placeholder: ${…}, $VAR, {{ … }}, %s, *** or the word itself.
    if (/^(?:[$%{*]|x+$|\.+$|pass(?:word)?$|pwd$|secret$)/i.test(value))
      return [];
    return [{ rule: 'password-in-an-address', start: match.index, value }];
  });
}

/**
 * What looks like a secret in a text, by our own rules. Linear in the length of
 * the text.
 */
export function findSecrets(text: string): SecretMatch[] {
  // What is sealed for a cluster has the names of secrets and random values.
  const sealed = /^\s{0,20}kind:\s{0,4}["']?SealedSecret\b/m.test(text);
  return [
    ...findPatterns(text),
    ...findConnections(text),
    ...(sealed ? [] : findNamed(text)),
    ...findKubernetesSecrets(text),
  ];
}
