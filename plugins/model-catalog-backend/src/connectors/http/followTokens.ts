import {
  OutboundCall,
  OutboundError,
  OutboundHttp,
} from '@modelyard/outbound-http';
import { ZodType } from 'zod';

/** A listing whose pages name the token of the next one. */
export interface TokenListing<T> {
  schema: ZodType<T>;
  /** The call of a page; of the first one without a token. */
  callOf(token: string | undefined): OutboundCall;
  /** Absent, null or empty on the last page. */
  tokenOf(page: T): string | null | undefined;
  /** Token to go on from. */
  start?: string;
}

/**
 * The pages of a listing. An empty page may have a next one.
 *
 * @throws OutboundError also when a token comes back, which would never end
 */
export async function* followTokens<T>(
  http: OutboundHttp,
  listing: TokenListing<T>,
): AsyncGenerator<T> {
  const tokens = new Set<string>();
  let token = listing.start;
  do {
    const { value, answer } = await http.json(
      listing.callOf(token),
      listing.schema,
    );
    yield value;
    token = listing.tokenOf(value) || undefined;
    if (token !== undefined && tokens.has(token))
      throw new OutboundError(
        'unexpected',
        `${answer.url.origin}${answer.url.pathname} gives the same page again and would never end; look for a proxy that keeps answers; it is tried again later`,
      );
    if (token !== undefined) tokens.add(token);
  } while (token !== undefined);
}
