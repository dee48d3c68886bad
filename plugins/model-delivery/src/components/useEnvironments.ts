import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';

const defaults = ['dev', 'staging', 'prod'];

/** Names of the environments, in the order of promotion. */
export function useEnvironments(): string[] {
  const config = useApi(configApiRef);
  return useMemo(
    () =>
      config.getOptionalStringArray('modelDelivery.environments') ?? defaults,
    [config],
  );
}
