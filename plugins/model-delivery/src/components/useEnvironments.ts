import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { InferenceService } from '@modelyard/plugin-model-delivery-common';
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

/** The service with its environments in the order of promotion, others last. */
export function inPromotionOrder(
  service: InferenceService,
  order: string[],
): InferenceService {
  const rank = ({ name }: { name: string }) =>
    order.includes(name) ? order.indexOf(name) : order.length;
  return {
    ...service,
    environments: [...service.environments].sort((a, b) => rank(a) - rank(b)),
  };
}
