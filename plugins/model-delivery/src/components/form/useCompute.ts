import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  ComputePrices,
  EnvironmentInput,
} from '@modelyard/plugin-model-delivery-common';
import { useMemo } from 'react';

/** A size that the platform offers. */
export interface ComputePreset {
  name: string;
  title: string;
  resources: EnvironmentInput['resources'];
}

/** What the configuration says about compute. */
export interface Compute {
  /** Absent when the configuration says nothing. */
  prices?: ComputePrices;
  presets: ComputePreset[];
}

type Config = typeof configApiRef.T;

const toMicros = (amount: number) => Math.round(amount * 1_000_000);

function readPrices(config: Config): ComputePrices {
  const gpuHour = config.getOptional('gpuHour') ?? {};
  return {
    currency: config.getString('currency'),
    cpuHour: toMicros(config.getNumber('cpuHour')),
    memoryGibHour: toMicros(config.getNumber('memoryGibHour')),
    gpuHour: Object.fromEntries(
      Object.entries(gpuHour).flatMap(([resource, amount]) =>
        typeof amount === 'number' ? [[resource, toMicros(amount)]] : [],
      ),
    ),
  };
}

function readPreset(config: Config): ComputePreset {
  const name = config.getString('name');
  const gpu = config.getOptionalConfig('gpu');
  const product = gpu?.getOptionalString('product');
  return {
    name,
    title: config.getOptionalString('title') ?? name,
    resources: {
      cpu: config.getString('cpu'),
      memory: config.getString('memory'),
      ...(gpu && {
        gpu: {
          resource: gpu.getString('resource'),
          count: gpu.getNumber('count'),
          ...(product !== undefined && { product }),
        },
      }),
    },
  };
}

/** Prices and sizes of `modelDelivery.compute`. */
export function useCompute(): Compute {
  const config = useApi(configApiRef);
  return useMemo(() => {
    const compute = config.getOptionalConfig('modelDelivery.compute');
    if (!compute) return { presets: [] };
    const presets = compute.getOptionalConfigArray('presets') ?? [];
    return { prices: readPrices(compute), presets: presets.map(readPreset) };
  }, [config]);
}
