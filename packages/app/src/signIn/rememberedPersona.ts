const key = 'modelyard.persona';

/** The persona picked in this browser tab, so that a reload stays signed in. */
export const rememberedPersona = {
  get: () => window.sessionStorage.getItem(key) ?? undefined,
  set: (name: string) => window.sessionStorage.setItem(key, name),
  clear: () => window.sessionStorage.removeItem(key),
};
