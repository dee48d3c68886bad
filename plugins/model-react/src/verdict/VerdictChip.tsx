import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useTheme } from '@mui/material/styles';
import { formatDay } from '../text/time';
import { modelReactTranslationRef } from '../translation';
import { StatusChip } from './StatusChip';
import { Verdict } from './verdict';
import { verdictColors } from './verdictColors';
import { verdictIcons } from './verdictIcons';

/**
 * Props of {@link VerdictChip}.
 *
 * @public
 */
export interface VerdictChipProps {
  verdict: Verdict;
  /** UTC ISO time at which a waiver ends; shown with `waived` only. */
  until?: string;
}

/**
 * The one look of a verdict: word, icon and colour.
 *
 * @public
 */
export function VerdictChip({ verdict, until }: VerdictChipProps) {
  const { t } = useTranslationRef(modelReactTranslationRef);
  const mode = useTheme().palette.mode;
  const text =
    verdict === 'waived' && until
      ? t('verdict.waivedUntil', { date: formatDay(until) })
      : t(`verdict.${verdict}`);
  return (
    <StatusChip
      icon={verdictIcons[verdict]}
      colors={verdictColors(verdict, mode)}
    >
      {text}
    </StatusChip>
  );
}
