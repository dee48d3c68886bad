import { BackstageCredentials } from '@backstage/backend-plugin-api';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Who asks: a user's entity ref, or a service's subject. */
export function nameCaller(
  credentials: BackstageCredentials,
): string | undefined {
  const { principal } = credentials;
  if (!isRecord(principal)) return undefined;
  const name = principal.userEntityRef ?? principal.subject;
  return typeof name === 'string' ? name : undefined;
}
