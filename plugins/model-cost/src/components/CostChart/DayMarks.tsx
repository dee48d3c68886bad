import { useTheme } from '@mui/material/styles';
import { useDrawingArea, useXScale } from '@mui/x-charts/hooks';
import { useId } from 'react';
import { DayKind } from '../../cost/dayKind';

/** Size of the pattern and of the marks at the foot of a day, in pixels. */
const step = 6;

function Hatching(props: { id: string; color: string; crossed: boolean }) {
  const { id, color, crossed } = props;
  return (
    <pattern
      id={id}
      width={step}
      height={step}
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <line y2={step} stroke={color} strokeWidth={2} />
      {crossed && <line x2={step} stroke={color} strokeWidth={2} />}
    </pattern>
  );
}

function Mark(props: {
  kind: DayKind;
  x: number;
  width: number;
  fill: string;
  color: string;
}) {
  const { kind, x, width, fill, color } = props;
  const { top, height } = useDrawingArea();
  const bottom = top + height;
  if (kind === 'missing' || kind === 'failed')
    return <rect x={x} y={top} width={width} height={height} fill={fill} />;
  if (kind === 'zero')
    return <rect x={x} y={bottom - 2} width={width} height={2} fill={color} />;
  return (
    <circle
      cx={x + width / 2}
      cy={bottom - 4}
      r={1.5}
      fill="none"
      stroke={color}
    />
  );
}

/**
 * Marks the days that no bar stands for, inside a bar chart: hatched where there
 * is no data, crossed where it could not be read, a line at zero, a ring where
 * nothing ran.
 */
export function DayMarks(props: { days: string[]; kinds: DayKind[] }) {
  const { days, kinds } = props;
  const { palette } = useTheme();
  const id = useId();
  const scale = useXScale<'band'>();
  const width = scale.bandwidth();
  return (
    <g aria-hidden>
      <defs>
        <Hatching
          id={`${id}missing`}
          color={palette.action.disabled}
          crossed={false}
        />
        <Hatching id={`${id}failed`} color={palette.error.main} crossed />
      </defs>
      {days.map((day, index) => {
        const kind = kinds[index];
        const x = scale(day);
        if (kind === 'spent' || x === undefined) return null;
        return (
          <Mark
            key={day}
            kind={kind}
            x={x}
            width={width}
            fill={`url(#${id}${kind})`}
            color={palette.text.secondary}
          />
        );
      })}
    </g>
  );
}
