import { EnvironmentInput } from '@modelyard/plugin-model-delivery-common';
import { EnvironmentRow } from './cell';
import { numberCells, textCells } from './cells';

type Quota = NonNullable<EnvironmentInput['quota']>;

/** Changes the quota; one in which nothing is typed is left out. */
function withQuota(
  value: EnvironmentInput,
  change: Partial<Quota>,
): EnvironmentInput {
  const quota = { cpu: '', memory: '', ...value.quota, ...change };
  const said = quota.cpu || quota.memory || quota.gpu !== undefined;
  return { ...value, quota: said ? quota : undefined };
}

/** Rows about the ResourceQuota of the namespace. */
export const quotaRows: EnvironmentRow[] = [
  {
    key: 'quotaCpu',
    Cell: textCells('quotaCpu', {
      steps: ['quota', 'cpu'],
      get: ({ quota }) => quota?.cpu,
      set: (value, cpu = '') => withQuota(value, { cpu }),
    }),
  },
  {
    key: 'quotaMemory',
    Cell: textCells('quotaMemory', {
      steps: ['quota', 'memory'],
      get: ({ quota }) => quota?.memory,
      set: (value, memory = '') => withQuota(value, { memory }),
    }),
  },
  {
    key: 'quotaGpu',
    applies: ({ value }) => value.resources.gpu !== undefined,
    Cell: numberCells('quotaGpu', {
      steps: ['quota', 'gpu'],
      get: ({ quota }) => quota?.gpu,
      set: (value, gpu) => withQuota(value, { gpu }),
    }),
  },
];
