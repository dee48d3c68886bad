/** A duration in milliseconds as words: `< 0.1 s`, `0.4 s`, `12 s`, `3 min 5 s`, `2 h 4 min`. */
export function formatDuration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (milliseconds < 50) return '< 0.1 s';
  if (seconds < 9.95) return `${Math.round(seconds * 10) / 10} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return pair(whole, 60, ['min', 's']);
  return pair(Math.round(whole / 60), 60, ['h', 'min']);
}

function pair(amount: number, size: number, units: [string, string]): string {
  const rest = amount % size;
  const first = `${Math.floor(amount / size)} ${units[0]}`;
  return rest ? `${first} ${rest} ${units[1]}` : first;
}
