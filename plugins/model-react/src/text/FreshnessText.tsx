import { useTranslationRef } from '@backstage/frontend-plugin-api';
import WarningAmberIcon from '@mui/icons-material/WarningAmber';
import Typography from '@mui/material/Typography';
import { modelReactTranslationRef } from '../translation';
import { formatAge, formatDay, formatInstant } from './time';

/**
 * Props of {@link FreshnessText}.
 *
 * @public
 */
export interface FreshnessTextProps {
  /** UTC ISO time at which the figure was read. */
  at?: string;
  /** UTC ISO day up to which the figure is complete. */
  closedUntil?: string;
  /** Share of the whole that the figure covers, 0 to 1. */
  coverage?: number;
  /** Text in front, such as the name of the source. */
  label?: string;
  /** Anything but `fresh` is said in words, without hovering. */
  state?: 'fresh' | 'stale' | 'failed';
}

/**
 * How fresh and how complete a figure is, in small print.
 *
 * @public
 */
export function FreshnessText(props: FreshnessTextProps) {
  const { at, closedUntil, coverage, label, state = 'fresh' } = props;
  const { t } = useTranslationRef(modelReactTranslationRef);
  const parts = [
    label,
    state === 'fresh' ? undefined : t(`freshness.${state}`),
    closedUntil && t('freshness.until', { date: formatDay(closedUntil) }),
    at && t('freshness.asOf', { age: formatAge(at) }),
    coverage === undefined
      ? undefined
      : t('freshness.labelled', { percent: `${Math.round(coverage * 100)}` }),
  ].filter(Boolean);
  if (!parts.length) return null;
  return (
    <Typography
      component="span"
      variant="caption"
      title={at && formatInstant(at)}
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        color: 'text.secondary',
        fontWeight: state === 'fresh' ? 400 : 600,
      }}
    >
      {state !== 'fresh' && (
        <WarningAmberIcon aria-hidden sx={{ fontSize: 14 }} />
      )}
      {parts.join(', ')}
    </Typography>
  );
}
