const pattern =
  /^https?:\/\/[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?(:\d{1,5})?(\/[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,99}){1,10}$/;

/**
 * Whether a text is the address of a repository on a Git server: http or https,
 * without user, query and dots that lead up.
 *
 * @public
 */
export function isRepositoryUrl(text: string): boolean {
  return text.length <= 500 && pattern.test(text);
}
