import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';

/** Entity ref of the user, or name of the service, behind credentials. */
export function callerOf(
  auth: AuthService,
  credentials: BackstageCredentials,
): string {
  if (auth.isPrincipal(credentials, 'user'))
    return credentials.principal.userEntityRef;
  if (auth.isPrincipal(credentials, 'service'))
    return credentials.principal.subject;
  return 'unknown';
}
