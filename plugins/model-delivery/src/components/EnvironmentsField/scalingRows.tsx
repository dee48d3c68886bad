import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EnvironmentInput,
  runtimeOptions,
} from '@modelyard/plugin-model-delivery-common';
import { modelDeliveryTranslationRef } from '../../translation';
import { errorAt, errorsAt } from '../form/fieldErrors';
import { ChoiceInput } from '../form/Inputs';
import { emptyTrigger, TriggerInput } from '../form/TriggerInput';
import { CellProps, EnvironmentRow } from './cell';
import { choiceCells, numberCells } from './cells';
import { defaultScaling, usualTargets } from './defaults';
import { useCellLabel } from './useCellLabel';

type Scaling = NonNullable<EnvironmentInput['scaling']>;
type Range = Extract<Scaling, { minReplicas: number }>;

const metrics = {
  hpa: ['cpu', 'memory'],
  knative: ['concurrency', 'rps'],
} as const;

function rangeOf({ scaling }: EnvironmentInput): Range | undefined {
  return scaling && 'minReplicas' in scaling ? scaling : undefined;
}

function kindOf({ scaling }: EnvironmentInput) {
  return scaling?.kind;
}

const inRange = ({ value }: CellProps) => rangeOf(value) !== undefined;
const isMeasured = ({ value }: CellProps) =>
  value.scaling !== undefined && 'target' in value.scaling;
const isKeda = ({ value }: CellProps) => kindOf(value) === 'keda';
const isFixed = ({ value }: CellProps) =>
  value.scaling !== undefined && 'replicas' in value.scaling;

const replicas = (key: 'minReplicas' | 'maxReplicas') =>
  numberCells(key, {
    steps: ['scaling', key],
    get: value => rangeOf(value)?.[key],
    set: (value, count = Number.NaN) => {
      const range = rangeOf(value);
      return range ? { ...value, scaling: { ...range, [key]: count } } : value;
    },
  });

function withMetric(
  value: EnvironmentInput,
  metric: keyof typeof usualTargets = 'cpu',
): EnvironmentInput {
  const { scaling } = value;
  const target = usualTargets[metric];
  if (scaling?.kind === 'hpa' && (metric === 'cpu' || metric === 'memory')) {
    return { ...value, scaling: { ...scaling, metric, target } };
  }
  return scaling?.kind === 'knative' &&
    (metric === 'concurrency' || metric === 'rps')
    ? { ...value, scaling: { ...scaling, metric, target } }
    : value;
}

function withTarget(value: EnvironmentInput, target = Number.NaN) {
  const { scaling } = value;
  return scaling && 'target' in scaling
    ? { ...value, scaling: { ...scaling, target } }
    : value;
}

/** The scaling kinds of the chosen runtime, in words. */
function useKinds({ runtime }: CellProps) {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  return runtimeOptions[runtime].scaling.map(value => ({
    value,
    title: t(`environmentsField.scalingKinds.${value}`),
  }));
}

/** What may be measured with the chosen kind, in words. */
function useMetrics({ value }: CellProps) {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const kind = kindOf(value) === 'knative' ? 'knative' : 'hpa';
  return metrics[kind].map(metric => ({
    value: metric,
    title: t(`environmentsField.metrics.${metric}`),
  }));
}

function useActuators() {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  return (['hpa', 'keda'] as const).map(value => ({
    value,
    title: t(`environmentsField.scalingKinds.${value}`),
  }));
}

function useTriggerKinds({ runtime }: CellProps) {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  return runtimeOptions[runtime].triggers
    .filter(kind => kind !== 'schedule')
    .map(value => ({ value, title: t(`trigger.kinds.${value}`) }));
}

function TriggerCell({ value, id, used, errors, onChange }: CellProps) {
  const { scaling } = value;
  if (scaling?.kind !== 'keda') return null;
  return (
    <TriggerInput
      id={`${id}_scaling_trigger`}
      value={scaling.trigger}
      errors={errorsAt(errors, 'scaling', 'trigger')}
      disabled={!used}
      onChange={trigger =>
        onChange({ ...value, scaling: { ...scaling, trigger } })
      }
    />
  );
}

/** A kind starts with its defaults, as busy as the one before. */
function ScalingCell(props: CellProps) {
  const { value, id, used, errors, runtime, onChange } = props;
  const busy = (rangeOf(value)?.maxReplicas ?? 1) > 2;
  return (
    <ChoiceInput
      id={`${id}_scaling_kind`}
      label={useCellLabel('scaling', value.name)}
      hideLabel
      disabled={!used}
      error={errorAt(errors, 'scaling', 'kind')}
      value={kindOf(value)}
      options={useKinds(props)}
      onChange={kind =>
        onChange({ ...value, scaling: defaultScaling(kind, runtime, busy) })
      }
    />
  );
}

const MetricCell = choiceCells<keyof typeof usualTargets>(
  'metric',
  {
    steps: ['scaling', 'metric'],
    get: ({ scaling }) =>
      scaling && 'metric' in scaling ? scaling.metric : undefined,
    set: withMetric,
  },
  useMetrics,
);

const TriggerKindCell = choiceCells<'kafka' | 'prometheus'>(
  'metric',
  {
    steps: ['scaling', 'trigger', 'kind'],
    get: ({ scaling }) =>
      scaling?.kind === 'keda' ? scaling.trigger.kind : undefined,
    set: (value, kind = 'prometheus') =>
      value.scaling?.kind === 'keda'
        ? {
            ...value,
            scaling: { ...value.scaling, trigger: emptyTrigger(kind) },
          }
        : value,
  },
  useTriggerKinds,
);

/** Rows about how many replicas run, and what they follow. */
export const scalingRows: EnvironmentRow[] = [
  {
    key: 'scaling',
    applies: ({ runtime }) => runtimeOptions[runtime].scaling.length > 0,
    Cell: ScalingCell,
  },
  {
    key: 'replicas',
    applies: isFixed,
    Cell: numberCells('replicas', {
      steps: ['scaling', 'replicas'],
      get: ({ scaling }) =>
        scaling && 'replicas' in scaling ? scaling.replicas : undefined,
      set: (value, count = Number.NaN) =>
        value.scaling && 'replicas' in value.scaling
          ? { ...value, scaling: { ...value.scaling, replicas: count } }
          : value,
    }),
  },
  { key: 'minReplicas', applies: inRange, Cell: replicas('minReplicas') },
  { key: 'maxReplicas', applies: inRange, Cell: replicas('maxReplicas') },
  {
    key: 'metric',
    applies: props => isMeasured(props) || isKeda(props),
    Cell: props =>
      isKeda(props) ? (
        <TriggerKindCell {...props} />
      ) : (
        <MetricCell {...props} />
      ),
  },
  {
    key: 'target',
    applies: isMeasured,
    Cell: numberCells('target', {
      steps: ['scaling', 'target'],
      get: ({ scaling }) =>
        scaling && 'target' in scaling ? scaling.target : undefined,
      set: withTarget,
    }),
  },
  {
    key: 'actuator',
    applies: ({ value }) => kindOf(value) === 'wva',
    Cell: choiceCells<'hpa' | 'keda'>(
      'actuator',
      {
        steps: ['scaling', 'actuator'],
        get: ({ scaling }) =>
          scaling?.kind === 'wva' ? scaling.actuator : undefined,
        set: (value, actuator = 'hpa') =>
          value.scaling?.kind === 'wva'
            ? { ...value, scaling: { ...value.scaling, actuator } }
            : value,
      },
      useActuators,
    ),
  },
  { key: 'trigger', applies: isKeda, Cell: TriggerCell },
];
