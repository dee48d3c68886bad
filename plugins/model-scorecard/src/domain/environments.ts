/** Environments that the switch offers, the strictest first. */
export const environments = ['prod', 'staging', 'dev'] as const;

/** The environment shown when the URL names none. */
export const defaultEnvironment = 'prod';
