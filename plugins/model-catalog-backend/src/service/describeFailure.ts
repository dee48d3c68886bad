import { isError } from '@backstage/errors';
import { ConfiguredSource } from '../config/readSourceConfigs';
import { timeoutMs } from '../domain/scheduleTimes';

/** Why a run failed, in plain words with the remedy where one is known. */
export function describeFailure(
  error: unknown,
  source: Pick<ConfiguredSource, 'schedule'>,
): string {
  if (!isError(error)) return String(error);
  if (error.name === 'TimeoutError')
    return `The source was not read within ${timeoutMs(source.schedule) / 1000} s; the next run goes on where this one ended. Raise the source's schedule.timeout`;
  return error.message;
}
