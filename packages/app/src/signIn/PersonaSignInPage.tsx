import { ProxiedSignInPage } from '@backstage/core-components';
import { IdentityApi } from '@backstage/frontend-plugin-api';
import { SignInPageProps } from '@backstage/plugin-app-react';
import { useMemo, useState } from 'react';
import { PersonaPicker } from './PersonaPicker';
import { rememberedPersona } from './rememberedPersona';

/** Forgets the persona on sign-out, so that the picker opens again. */
function forgetOnSignOut(identity: IdentityApi): IdentityApi {
  return {
    getProfileInfo: () => identity.getProfileInfo(),
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    signOut: async () => {
      rememberedPersona.clear();
      await identity.signOut();
    },
  };
}

/** Development sign-in: pick one of the personas. */
export function PersonaSignInPage({ onSignInSuccess }: SignInPageProps) {
  const [persona, setPersona] = useState(rememberedPersona.get);
  const headers = useMemo(
    () => ({ 'x-modelyard-persona': persona ?? '' }),
    [persona],
  );
  if (!persona) {
    return (
      <PersonaPicker
        onPick={name => {
          rememberedPersona.set(name);
          setPersona(name);
        }}
      />
    );
  }
  return (
    <ProxiedSignInPage
      provider="personas"
      headers={headers}
      onSignInSuccess={identity => onSignInSuccess(forgetOnSignOut(identity))}
      ErrorComponent={({ error }) => (
        <PersonaPicker
          problem={error?.message ?? 'Sign-in failed'}
          onPick={name => {
            rememberedPersona.set(name);
            window.location.reload();
          }}
        />
      )}
    />
  );
}
