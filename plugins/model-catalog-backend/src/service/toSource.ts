import {
  ModelSource,
  SourceState,
} from '@modelyard/plugin-model-catalog-common';
import { ConfiguredSource } from '../config/readSourceConfigs';
import { columnSchemas, readColumn, SourceHealthRow } from '../database/rows';
import { SourceCounts } from '../database/ModelStore';
import { SourceRuns } from '../database/RunStore';
import { nextRunAt } from '../domain/scheduleTimes';
import { sourceState } from '../domain/sourceState';

function lastRunOf(health: SourceHealthRow): ModelSource['lastRun'] {
  const { last_run_started_at: startedAt } = health;
  if (startedAt === null) return undefined;
  return {
    startedAt,
    durationMs: health.last_run_duration_ms ?? undefined,
    written: health.last_run_written ?? 0,
  };
}

/** How fresh a source is, by what is stored of its runs. */
export function stateOf(
  health: SourceHealthRow | undefined,
  schedule: ConfiguredSource['schedule'] | undefined,
  now: Date,
): SourceState {
  return sourceState({
    lastState: health?.last_state ?? undefined,
    lastError: health?.last_error ?? undefined,
    lastSuccessAt: health?.last_success_at ?? undefined,
    schedule,
    now,
  });
}

function lastErrorOf(health: SourceHealthRow): ModelSource['lastError'] {
  const { last_error: message, last_error_at: at } = health;
  return message === null || at === null ? undefined : { at, message };
}

/** A source with its health, as REST shows it. */
export function toSource(
  source: Pick<ConfiguredSource, 'id' | 'type' | 'schedule' | 'connector'>,
  stored: {
    health: SourceHealthRow | undefined;
    counts: SourceCounts | undefined;
    runs: SourceRuns | undefined;
    now: Date;
  },
): ModelSource {
  const { health, counts, runs, now } = stored;
  const problems = health
    ? readColumn(columnSchemas.problems, health.problems)
    : [];
  return {
    id: source.id,
    type: source.type,
    state: stateOf(health, source.schedule, now),
    lastSuccessAt: health?.last_success_at ?? undefined,
    lastError: health && lastErrorOf(health),
    ...(problems.length > 0 && { problems }),
    ...(health?.held_removals && {
      heldRemovals: readColumn(columnSchemas.holdings, health.held_removals),
    }),
    counts: counts ?? { models: 0, versions: 0, tombstones: 0, conflicts: 0 },
    lastRun: health && lastRunOf(health),
    nextRunAt: nextRunAt(source.schedule, {
      lastStartedAt: runs?.lastScheduledAt,
      now,
    }),
    isRunning: runs?.isRunning ?? false,
    ...(source.connector.verifyEvent && { takesEvents: true }),
  };
}
