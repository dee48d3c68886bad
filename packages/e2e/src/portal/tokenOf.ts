import { portal } from './browser.ts';

/** A token of a persona, as its sign-in gives it. */
export async function tokenOf(persona: string): Promise<string> {
  const response = await fetch(
    `${portal.backendUrl}/api/auth/personas/refresh?user=${persona}`,
    { headers: { 'X-Requested-With': 'XMLHttpRequest' } },
  );
  const { backstageIdentity } = await response.json();
  return backstageIdentity.token;
}
