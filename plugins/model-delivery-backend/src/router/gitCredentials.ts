import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';

function tokenOf(header: string | undefined): string | undefined {
  const [scheme, value] = (header ?? '').split(' ', 2);
  if (!value) return undefined;
  if (scheme.toLowerCase() === 'bearer') return value;
  if (scheme.toLowerCase() !== 'basic') return undefined;
  const pair = Buffer.from(value, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  return colon < 0 ? undefined : pair.slice(colon + 1) || undefined;
}

/**
 * Who a Git client acts for. Git knows Basic credentials only: the password is
 * a portal token, the user name does not matter.
 *
 * @throws AuthenticationError without a token, and for one that is wrong or has
 *   expired
 */
export async function gitCredentials(
  auth: AuthService,
  header: string | undefined,
): Promise<BackstageCredentials> {
  const token = tokenOf(header);
  if (token === undefined)
    throw new AuthenticationError('Send a portal token as the password');
  try {
    const credentials = await auth.authenticate(token);
    if (
      auth.isPrincipal(credentials, 'user') ||
      auth.isPrincipal(credentials, 'service')
    )
      return credentials;
  } catch {
    // Why a token is refused is nobody's business but its owner's.
  }
  throw new AuthenticationError(
    'The portal token is wrong or has expired; get a new one',
  );
}
