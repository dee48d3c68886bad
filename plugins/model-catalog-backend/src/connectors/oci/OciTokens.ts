import { OutboundError, OutboundHttp } from '@modelyard/outbound-http';
import { tokenAnswer } from './schemas';

/** Seconds that a token holds when nothing is said. */
const defaultLifetime = 60;
const marginMs = 10_000;

interface Challenge {
  realm: string;
  service?: string;
}

/** Reads a `WWW-Authenticate: Bearer` header; undefined for any other. */
export function parseChallenge(header: string): Challenge | undefined {
  const [, rest] = /^\s*Bearer\s+(.*)$/is.exec(header) ?? [];
  if (rest === undefined) return undefined;
  const fields = new Map(
    [...rest.matchAll(/([a-z]+)="([^"]*)"/gi)].map(([, key, value]) => [
      key.toLowerCase(),
      value,
    ]),
  );
  const realm = fields.get('realm');
  return realm && URL.canParse(realm)
    ? { realm, service: fields.get('service') }
    : undefined;
}

/** Options of {@link OciTokens}. */
export interface OciTokensOptions {
  /** Address of the registry itself. */
  baseUrl: string;
  /** Further hosts that may be given the credentials and may give tokens. */
  tokenHosts: string[];
  /** Opens a client for a token service; it carries the source's credentials. */
  open(baseUrl: string): OutboundHttp;
}

/** Tokens for reading repositories, where a registry asks for them. */
export class OciTokens {
  private readonly tokens = new Map<string, { token: string; until: number }>();

  constructor(private readonly options: OciTokensOptions) {}

  /** A token that holds for the repository, if one was fetched. */
  find(repository: string): string | undefined {
    const known = this.tokens.get(repository);
    return known && known.until > Date.now() ? known.token : undefined;
  }

  /**
   * Fetches a token from the service that the registry names in its challenge.
   *
   * @throws OutboundError when that is a host that nobody allowed
   */
  async fetch(
    repository: string,
    challenge: string | undefined,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const asked = challenge ? parseChallenge(challenge) : undefined;
    if (!asked) return undefined;
    const realm = new URL(asked.realm);
    this.assertAllowed(realm);
    const http = this.options.open(realm.origin);
    try {
      const { value } = await http.json(
        {
          path: `${realm.pathname}${realm.search}`,
          query: {
            service: asked.service,
            scope: repository
              ? `repository:${repository}:pull`
              : 'registry:catalog:*',
          },
          signal,
        },
        tokenAnswer,
      );
      const token = value.token ?? value.access_token ?? undefined;
      const lifetimeMs = (value.expires_in ?? defaultLifetime) * 1000;
      if (token)
        this.tokens.set(repository, {
          token,
          until: Date.now() + lifetimeMs - marginMs,
        });
      return token;
    } finally {
      await http.close();
    }
  }

  private assertAllowed(realm: URL): void {
    const { baseUrl, tokenHosts } = this.options;
    if (realm.host === new URL(baseUrl).host) return;
    if (realm.protocol === 'https:' && tokenHosts.includes(realm.host)) return;
    throw new OutboundError(
      'unauthorized',
      `${baseUrl} sends to ${realm.origin} for a token; if that is right, name ${realm.host} under tokenHosts (https only)`,
    );
  }
}
