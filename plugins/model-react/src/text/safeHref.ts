/**
 * The address when a browser may follow it (http or https), else undefined.
 * Registries and cards send untrusted text.
 *
 * @public
 */
export function safeHref(url: string | undefined): string | undefined {
  if (!url || !/^https?:\/\//i.test(url)) return undefined;
  try {
    return new URL(url).href;
  } catch {
    return undefined;
  }
}
