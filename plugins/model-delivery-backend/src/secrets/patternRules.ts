/**
 * A rule that a pattern alone decides. Every quantifier has a bound, so that no
 * text makes it slow.
 */
export interface PatternRule {
  id: string;
  /** Global. */
  pattern: RegExp;
}

/**
 * What secretlint leaves out, or finds only where it is well-formed. Examples of
 * documentation count as well: whoever copies one replaces it by a real key next.
 */
export const patternRules: readonly PatternRule[] = [
  {
    id: 'private-key',
    pattern:
      /-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----|PuTTY-User-Key-File-\d/g,
  },
  {
    id: 'aws-access-key-id',
    pattern:
      /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])/g,
  },
  { id: 'google-api-key', pattern: /(?<!\w)AIza[\w-]{35}(?![\w-])/g },
  {
    id: 'google-oauth-secret',
    pattern: /(?<!\w)(?:GOCSPX-[\w-]{28}|ya29\.[\w-]{30,300})/g,
  },
  {
    id: 'azure-account-key',
    pattern: /AccountKey=[A-Za-z0-9+/]{40,100}={0,2}/g,
  },
  { id: 'github-token', pattern: /(?<!\w)gh[pousr]_[A-Za-z0-9]{30,255}/g },
  { id: 'github-token', pattern: /(?<!\w)github_pat_\w{30,255}/g },
  {
    id: 'gitlab-token',
    pattern: /(?<!\w)gl(?:pat|dt|rt|ptt|cbt)-[\w-]{20,255}/g,
  },
  {
    id: 'hugging-face-token',
    pattern: /(?<!\w)(?:hf|api_org)_[A-Za-z0-9]{30,60}(?!\w)/g,
  },
  { id: 'slack-token', pattern: /(?<!\w)xox[abeoprs]-[\w-]{10,255}/g },
  {
    id: 'slack-webhook',
    pattern: /hooks\.slack\.com\/(?:services|workflows)\/[\w/+-]{20,100}/g,
  },
  {
    id: 'model-api-key',
    pattern: /(?<![\w-])sk-(?:[a-z0-9]{2,10}-)?[\w-]{32,255}/g,
  },
  { id: 'npm-token', pattern: /(?<!\w)npm_[A-Za-z0-9]{36}(?!\w)/g },
  { id: 'docker-token', pattern: /(?<!\w)dckr_[ap]at_[\w-]{20,64}/g },
  { id: 'vault-token', pattern: /(?<![\w.])hv[sbr]\.[\w-]{24,300}/g },
  {
    id: 'json-web-token',
    pattern: /(?<!\w)eyJ[\w-]{10,300}\.eyJ[\w-]{10,3000}\.[\w-]{20,1000}/g,
  },
];
