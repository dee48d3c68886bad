import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { SourceState } from '@modelyard/plugin-model-catalog-common';
import { intervalMs } from './scheduleTimes';

/** Assumed time between two runs that no interval tells: cron, or by hand. */
const assumedIntervalMs = 24 * 60 * 60 * 1000;

/** A source is stale when that many runs in a row are missing. */
const staleAfterRuns = 3;

/** What a source's state is decided by. */
export interface SourceStateInput {
  /** How the last run ended. */
  lastState?: string;
  /** What the last run says; also one that ended well may have left things unread. */
  lastError?: string;
  /** ISO 8601. */
  lastSuccessAt?: string;
  /** Absent for a source that is no longer configured. */
  schedule?: SchedulerServiceTaskScheduleDefinition;
  now: Date;
}

/**
 * `failed` after a failed run; `stale` when the last run left something unread, or
 * removals unmade, when the last success is older than three times the schedule's
 * interval, or there was none; else `fresh`.
 */
export function sourceState(input: SourceStateInput): SourceState {
  const { lastState, lastError, lastSuccessAt, schedule, now } = input;
  if (lastState === 'failed') return 'failed';
  if (lastError !== undefined || lastSuccessAt === undefined) return 'stale';
  const interval = (schedule && intervalMs(schedule)) ?? assumedIntervalMs;
  const age = now.getTime() - Date.parse(lastSuccessAt);
  return age > staleAfterRuns * interval ? 'stale' : 'fresh';
}
