import {
  OutboundCall,
  OutboundError,
  OutboundHttp,
} from '@modelyard/outbound-http';
import { ZodType } from 'zod';

/** Address of the next page in a `Link` header (RFC 8288); undefined on the last. */
export function nextLink(header: string | null): string | undefined {
  for (const part of (header ?? '').split(/,(?=\s*<)/)) {
    const [, target, parameters] = /^\s*<([^>]*)>(.*)$/s.exec(part) ?? [];
    if (target && /;\s*rel\s*=\s*"?next"?\s*(;|$)/i.test(parameters))
      return target;
  }
  return undefined;
}

/**
 * The pages of a listing whose next page is told in a `Link` header.
 *
 * @throws OutboundError also when the link leads to another origin, or back
 */
export async function* followLinks<T>(
  http: OutboundHttp,
  first: OutboundCall,
  schema: ZodType<T>,
): AsyncGenerator<T> {
  const seen = new Set<string>();
  let call: OutboundCall | undefined = first;
  while (call) {
    const here = http.urlOf(call);
    seen.add(here.href);
    const { value, answer } = await http.json<T>(call, schema);
    yield value;
    const link = nextLink(answer.headers.get('link'));
    if (link === undefined) return;
    const next: URL = new URL(link, here);
    const where = `${here.origin}${here.pathname}`;
    if (next.origin !== here.origin)
      throw new OutboundError(
        'unexpected',
        `${where} sends on to ${next.origin} for its next page; check the address in the configuration`,
      );
    if (seen.has(next.href))
      throw new OutboundError(
        'unexpected',
        `${where} gives the same page again and would never end; look for a proxy that keeps answers; it is tried again later`,
      );
    call = { path: next.href, headers: first.headers, signal: first.signal };
  }
}
