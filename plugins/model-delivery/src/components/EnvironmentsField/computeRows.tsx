import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EnvironmentInput } from '@modelyard/plugin-model-delivery-common';
import { modelDeliveryTranslationRef } from '../../translation';
import { ChoiceInput } from '../form/Inputs';
import { Compute } from '../form/useCompute';
import { CellProps, EnvironmentRow } from './cell';
import { choiceCells, numberCells, textCells } from './cells';
import { useCellLabel } from './useCellLabel';

type Resources = EnvironmentInput['resources'];

const custom = 'custom';
const usualGpu = 'nvidia.com/gpu';

function withResources(
  value: EnvironmentInput,
  resources: Partial<Resources>,
): EnvironmentInput {
  return { ...value, resources: { ...value.resources, ...resources } };
}

function isSize(one: Resources, other: Resources): boolean {
  return (
    one.cpu === other.cpu &&
    one.memory === other.memory &&
    one.gpu?.resource === other.gpu?.resource &&
    one.gpu?.count === other.gpu?.count
  );
}

function gpuResources({ resources }: EnvironmentInput, { prices }: Compute) {
  const priced = Object.keys(prices?.gpuHour ?? {});
  const own = resources.gpu ? [resources.gpu.resource] : [];
  return [...new Set([usualGpu, ...priced, ...own])];
}

function withGpuCount(value: EnvironmentInput, count: number | undefined) {
  const { gpu } = value.resources;
  const next = count ? { resource: usualGpu, ...gpu, count } : undefined;
  return withResources(value, { gpu: next });
}

function withGpu(
  value: EnvironmentInput,
  change: { resource?: string; product?: string },
) {
  const { gpu } = value.resources;
  return gpu ? withResources(value, { gpu: { ...gpu, ...change } }) : value;
}

/** The sizes that the platform offers; anything else is "Custom". */
function PresetCell({ value, id, used, compute, onChange }: CellProps) {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const { presets } = compute;
  const { resources } = value;
  const chosen = presets.find(preset => isSize(preset.resources, resources));
  const options = presets.map(({ name, title }) => ({ value: name, title }));
  const choose = (name: string) => {
    const preset = presets.find(candidate => candidate.name === name);
    if (preset) onChange({ ...value, resources: preset.resources });
  };
  return (
    <ChoiceInput
      id={`${id}_preset`}
      label={useCellLabel('preset', value.name)}
      hideLabel
      disabled={!used}
      value={chosen?.name ?? custom}
      options={[
        ...options,
        { value: custom, title: t('environmentsField.custom') },
      ]}
      onChange={choose}
    />
  );
}

/** Rows about the size of one replica. */
export const computeRows: EnvironmentRow[] = [
  {
    key: 'preset',
    applies: ({ compute }) => compute.presets.length > 0,
    Cell: PresetCell,
  },
  {
    key: 'cpu',
    Cell: textCells('cpu', {
      steps: ['resources', 'cpu'],
      get: value => value.resources.cpu,
      set: (value, cpu = '') => withResources(value, { cpu }),
    }),
  },
  {
    key: 'memory',
    Cell: textCells('memory', {
      steps: ['resources', 'memory'],
      get: value => value.resources.memory,
      set: (value, memory = '') => withResources(value, { memory }),
    }),
  },
  {
    key: 'gpuCount',
    Cell: numberCells('gpuCount', {
      steps: ['resources', 'gpu', 'count'],
      get: value => value.resources.gpu?.count ?? 0,
      set: withGpuCount,
    }),
  },
  {
    key: 'gpuResource',
    applies: ({ value }) => value.resources.gpu !== undefined,
    Cell: choiceCells<string>(
      'gpuResource',
      {
        steps: ['resources', 'gpu', 'resource'],
        get: value => value.resources.gpu?.resource,
        set: (value, resource = usualGpu) => withGpu(value, { resource }),
      },
      ({ value, compute }) =>
        gpuResources(value, compute).map(name => ({
          value: name,
          title: name,
        })),
    ),
  },
];

/** Which product the GPUs have to be. */
export const gpuProductRow: EnvironmentRow = {
  key: 'gpuProduct',
  applies: ({ value }) => value.resources.gpu !== undefined,
  Cell: textCells('gpuProduct', {
    steps: ['resources', 'gpu', 'product'],
    get: value => value.resources.gpu?.product,
    set: (value, text) => withGpu(value, { product: text || undefined }),
  }),
};
