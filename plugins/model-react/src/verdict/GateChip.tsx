import { useTranslationRef } from '@backstage/frontend-plugin-api';
import LockIcon from '@mui/icons-material/Lock';
import LockOpenIcon from '@mui/icons-material/LockOpen';
import { useTheme } from '@mui/material/styles';
import { modelReactTranslationRef } from '../translation';
import { StatusChip } from './StatusChip';
import { verdictColors } from './verdictColors';

/**
 * Props of {@link GateChip}.
 *
 * @public
 */
export interface GateChipProps {
  state: 'open' | 'closed';
  environment?: string;
  /** Ids of the checks that close the gate; told on hover and to screen readers. */
  blockers?: string[];
}

/**
 * Whether a version may go to an environment, and how many checks say no.
 *
 * @public
 */
export function GateChip({ state, environment, blockers = [] }: GateChipProps) {
  const { t } = useTranslationRef(modelReactTranslationRef);
  const mode = useTheme().palette.mode;
  const word = environment
    ? t(`gate.${state}For`, { environment })
    : t(`gate.${state}`);
  const count =
    state === 'closed' && blockers.length > 0
      ? ` · ${t('gate.blockers', { count: blockers.length })}`
      : '';
  const hint =
    blockers.length > 0
      ? t('gate.blockedBy', { checks: blockers.join(', ') })
      : undefined;
  return (
    <span title={hint}>
      <StatusChip
        icon={state === 'open' ? LockOpenIcon : LockIcon}
        colors={verdictColors(state === 'open' ? 'pass' : 'fail', mode)}
      >
        {word}
        {count}
      </StatusChip>
    </span>
  );
}
