/** Parameters that name a revision; everything else may be a credential. */
const harmlessParameters = new Set([
  'branch',
  'generation',
  'path',
  'ref',
  'revision',
  'tag',
  'version',
  'versionid',
  'workspace',
]);

function keepHarmless(query: string): string {
  const kept = query
    .split('&')
    .filter(pair =>
      harmlessParameters.has(pair.split('=', 1)[0].toLowerCase()),
    );
  return kept.length ? `?${kept.join('&')}` : '';
}

/**
 * Takes out of an address what could let somebody in: user and password, and
 * every query parameter that isn't known to be harmless (signed URLs carry their
 * signature there). A fragment goes when it holds `=`. The rest stays as it was
 * written.
 *
 * @public
 */
export function sanitizeUri(uri: string): string {
  const [, address, query, fragment] =
    /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(uri) ?? [];
  const bare = (address ?? '').replace(
    /^([a-z][a-z0-9+.-]*:)?\/\/[^/]*@/i,
    (_match, scheme = '') => `${scheme}//`,
  );
  const hash = fragment && !fragment.includes('=') ? `#${fragment}` : '';
  return `${bare}${query ? keepHarmless(query) : ''}${hash}`;
}

/** Whether a browser may follow the address: `http` and `https` only. @public */
export function isWebAddress(uri: string): boolean {
  return /^https?:\/\//i.test(uri) && URL.canParse(uri);
}
