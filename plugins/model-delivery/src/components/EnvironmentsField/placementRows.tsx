import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EnvironmentInput,
  runtimeOptions,
} from '@modelyard/plugin-model-delivery-common';
import Checkbox from '@mui/material/Checkbox';
import { modelDeliveryTranslationRef } from '../../translation';
import { errorAt, errorsAt } from '../form/fieldErrors';
import { ChoiceInput } from '../form/Inputs';
import { PairsInput } from '../form/PairsInput';
import { CellProps, EnvironmentRow } from './cell';
import { choiceCells, numberCells } from './cells';
import { defaultRollout } from './defaults';
import { TolerationsCell } from './TolerationsCell';
import { useCellLabel } from './useCellLabel';

type Placement = NonNullable<EnvironmentInput['placement']>;
type Rollout = NonNullable<EnvironmentInput['rollout']>;

/** Changes the placement; one that says nothing is left out. */
export function withPlacement(
  value: EnvironmentInput,
  change: Placement,
): EnvironmentInput {
  const placement = { ...value.placement, ...change };
  const said = Object.values(placement).some(part => part !== undefined);
  return { ...value, placement: said ? placement : undefined };
}

function RolloutCell(props: CellProps) {
  const { value, id, used, errors, runtime, onChange } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  return (
    <ChoiceInput<Rollout['kind']>
      id={`${id}_rollout_kind`}
      label={useCellLabel('rollout', value.name)}
      hideLabel
      disabled={!used}
      error={errorAt(errors, 'rollout', 'kind')}
      value={value.rollout?.kind ?? 'rolling'}
      options={runtimeOptions[runtime].rollouts.map(kind => ({
        value: kind,
        title: t(`environmentsField.rollouts.${kind}`),
      }))}
      onChange={kind => onChange({ ...value, rollout: defaultRollout(kind) })}
    />
  );
}

function SpotCell({ value, id, used, onChange }: CellProps) {
  const label = useCellLabel('spot', value.name);
  return (
    <Checkbox
      size="small"
      checked={value.placement?.spot ?? false}
      disabled={!used}
      inputProps={{ id: `${id}_placement_spot`, 'aria-label': label }}
      onChange={event =>
        onChange(
          withPlacement(value, { spot: event.target.checked || undefined }),
        )
      }
    />
  );
}

function NodeSelectorCell({ value, id, used, errors, onChange }: CellProps) {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  return (
    <PairsInput
      id={`${id}_placement_nodeSelector`}
      label={useCellLabel('nodeSelector', value.name)}
      nameLabel={t('environmentsField.nodeLabel')}
      valueLabel={t('environmentsField.nodeValue')}
      stacked
      disabled={!used}
      value={value.placement?.nodeSelector}
      errors={errorsAt(errors, 'placement', 'nodeSelector')}
      onChange={nodeSelector =>
        onChange(withPlacement(value, { nodeSelector }))
      }
    />
  );
}

function useSpreads() {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  return (['zone', 'host', 'none'] as const).map(value => ({
    value,
    title: t(`environmentsField.spreads.${value}`),
  }));
}

/** Rows about how a new version takes over. */
export const rolloutRows: EnvironmentRow[] = [
  {
    key: 'rollout',
    applies: ({ runtime }) => runtimeOptions[runtime].rollouts.length > 1,
    Cell: RolloutCell,
  },
  {
    key: 'percent',
    applies: ({ value }) => value.rollout?.kind === 'canary',
    Cell: numberCells('percent', {
      steps: ['rollout', 'percent'],
      get: ({ rollout }) =>
        rollout?.kind === 'canary' ? rollout.percent : undefined,
      set: (value, percent = Number.NaN) => ({
        ...value,
        rollout: { kind: 'canary', percent },
      }),
    }),
  },
];

/** Rows about the nodes that the replicas run on. */
export const placementRows: EnvironmentRow[] = [
  { key: 'spot', Cell: SpotCell },
  {
    key: 'spread',
    Cell: choiceCells<'zone' | 'host' | 'none'>(
      'spread',
      {
        steps: ['placement', 'spread'],
        get: ({ placement }) => placement?.spread ?? 'zone',
        set: (value, spread) =>
          withPlacement(value, {
            spread: spread === 'zone' ? undefined : spread,
          }),
      },
      useSpreads,
    ),
  },
  { key: 'nodeSelector', Cell: NodeSelectorCell },
  { key: 'tolerations', Cell: TolerationsCell },
];
