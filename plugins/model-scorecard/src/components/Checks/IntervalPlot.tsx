import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useTheme } from '@mui/material/styles';
import { ScorecardCheck } from '@modelyard/plugin-model-scorecard-common';
import { plotScale } from '../../domain/plotScale';
import { modelScorecardTranslationRef } from '../../translation';
import { useCheckText } from './useCheckText';

const width = 180;
const height = 22;
const middle = height / 2;

interface IntervalPlotProps {
  value: number;
  interval?: ScorecardCheck['interval'];
  bound?: ScorecardCheck['bound'];
}

function Allowed({ from, to }: { from: number; to: number }) {
  const { palette } = useTheme();
  const edges = [from, to].filter(edge => edge > 0 && edge < 1);
  return (
    <>
      <rect
        x={from * width}
        y={3}
        width={Math.max(0, to - from) * width}
        height={height - 6}
        fill={palette.text.primary}
        fillOpacity={0.12}
      />
      {edges.map(edge => (
        <line
          key={edge}
          x1={edge * width}
          x2={edge * width}
          y1={0}
          y2={height}
          stroke={palette.text.primary}
          strokeDasharray="3 2"
        />
      ))}
    </>
  );
}

/**
 * Value and interval of a check, drawn against the part in which they have to
 * lie; the same as text for screen readers.
 */
export function IntervalPlot({ value, interval, bound }: IntervalPlotProps) {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const { palette } = useTheme();
  const text = useCheckText();
  const plot = plotScale({ value, interval, bound });
  const allowed = text.bound(bound);
  const label = allowed
    ? t('check.plot', { value: text.value(value, interval), allowed })
    : t('check.plotUnbounded', { value: text.value(value, interval) });
  const ink = palette.text.primary;
  return (
    <svg
      width={width}
      height={height}
      role="img"
      aria-label={label}
      style={{ maxWidth: '100%' }}
    >
      <line
        x1={0}
        x2={width}
        y1={middle}
        y2={middle}
        stroke={palette.divider}
      />
      {plot.allowed && <Allowed {...plot.allowed} />}
      {plot.interval && (
        <rect
          x={plot.interval.from * width}
          y={middle - 2}
          width={Math.max(2, (plot.interval.to - plot.interval.from) * width)}
          height={4}
          fill={ink}
        />
      )}
      <circle
        cx={plot.value * width}
        cy={middle}
        r={5}
        fill={ink}
        stroke={palette.background.paper}
        strokeWidth={1.5}
      />
    </svg>
  );
}
