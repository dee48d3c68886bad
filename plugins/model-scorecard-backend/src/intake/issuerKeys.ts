import { OutboundHttp } from '@modelyard/outbound-http';
import { createRemoteJWKSet, customFetch, JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

/**
 * Public keys of an OIDC issuer, found by its discovery document, read when they
 * are first needed and again (at most every 30 seconds) for a key that is unknown.
 */
export function issuerKeys(issuer: string): JWTVerifyGetKey {
  const http = new OutboundHttp({
    baseUrl: issuer,
    timeoutMs: 10_000,
    maxBytes: 1024 * 1024,
  });
  const fetchKeys = async (url: string) => {
    const { body, status } = await http.send({ path: url });
    return new Response(new Uint8Array(body), { status });
  };
  let keys: Promise<JWTVerifyGetKey> | undefined;
  const discover = async () => {
    const { value } = await http.json(
      { path: '.well-known/openid-configuration' },
      discovery,
    );
    if (value.issuer !== issuer)
      throw new Error(`${issuer} says that it is ${value.issuer}`);
    return createRemoteJWKSet(new URL(value.jwks_uri), {
      [customFetch]: fetchKeys,
    });
  };
  return async (header, token) => {
    keys ??= discover().catch(error => {
      keys = undefined;
      throw error;
    });
    return (await keys)(header, token);
  };
}
