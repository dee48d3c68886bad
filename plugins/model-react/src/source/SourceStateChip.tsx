import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useTheme } from '@mui/material/styles';
import { modelReactTranslationRef } from '../translation';
import { StatusChip } from '../verdict/StatusChip';
import { Verdict } from '../verdict/verdict';
import { verdictColors } from '../verdict/verdictColors';
import { verdictIcons } from '../verdict/verdictIcons';

/** The verdicts whose look the states of a source share. */
const looks = {
  fresh: 'pass',
  stale: 'stale',
  failed: 'fail',
} satisfies Record<string, Verdict>;

/**
 * Props of {@link SourceStateChip}.
 *
 * @public
 */
export interface SourceStateChipProps {
  /** As the backend tells it. */
  state: 'fresh' | 'stale' | 'failed';
}

/**
 * How the source of figures is: word, icon and colour.
 *
 * @public
 */
export function SourceStateChip({ state }: SourceStateChipProps) {
  const { t } = useTranslationRef(modelReactTranslationRef);
  const mode = useTheme().palette.mode;
  const look = looks[state];
  return (
    <StatusChip icon={verdictIcons[look]} colors={verdictColors(look, mode)}>
      {t(`source.${state}`)}
    </StatusChip>
  );
}
