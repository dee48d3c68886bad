import { formatAge, formatInstant } from './time';

/**
 * Age in words; the exact UTC time on hover and for machines.
 *
 * @public
 */
export function RelativeTime({ at }: { at: string }) {
  return (
    <time dateTime={at} title={formatInstant(at)}>
      {formatAge(at)}
    </time>
  );
}
