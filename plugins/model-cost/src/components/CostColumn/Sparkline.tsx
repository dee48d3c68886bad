import { useTheme } from '@mui/material/styles';

const height = 18;
const barWidth = 2;

/** Bars per day, for a glance only: days without data are left out. */
export function Sparkline({ perDay }: { perDay: (number | null)[] }) {
  const { palette } = useTheme();
  const highest = Math.max(1, ...perDay.map(amount => amount ?? 0));
  return (
    <svg
      aria-hidden
      width={perDay.length * barWidth}
      height={height}
      style={{ flexShrink: 0 }}
    >
      {perDay.map((amount, index) => {
        if (amount === null) return null;
        const size = Math.max(1, (Math.max(0, amount) / highest) * height);
        return (
          <rect
            // eslint-disable-next-line react/no-array-index-key -- the place is the day
            key={index}
            x={index * barWidth}
            y={height - size}
            width={barWidth - 0.5}
            height={size}
            fill={palette.text.secondary}
          />
        );
      })}
    </svg>
  );
}
