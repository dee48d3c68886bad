import { LoggerService } from '@backstage/backend-plugin-api';
import { metrics } from '@opentelemetry/api';
import { ConfiguredSource } from '../config/readSourceConfigs';
import { LostRun } from '../database/RunStore';

type Source = Pick<ConfiguredSource, 'id' | 'type'>;

/** The figures of a run, as they stand in the log. */
export interface RunFigures {
  runId: string;
  durationMs: number;
  /** Models that were read. */
  models: number;
  /** Rows. */
  written: number;
  problems: number;
}

/** What a run that read its source came to. */
export interface SucceededRun extends RunFigures {
  /** What was left unread or unmade, with the remedy. */
  error?: string;
}

/** What a run that was cut off came to. */
export interface FailedRun extends RunFigures {
  /** What is wrong, and what to do. */
  message: string;
}

/**
 * Tells operators of each run: one line in the log with its figures, and the
 * metrics `modelyard.source.runs`, `.duration` (seconds) and `.rows_written`.
 */
export class SyncReporter {
  private readonly meter = metrics.getMeter('modelyard.model-catalog');
  private readonly runs = this.meter.createCounter('modelyard.source.runs', {
    description: 'Runs of a source, by how they ended',
    unit: '{run}',
  });
  private readonly duration = this.meter.createHistogram(
    'modelyard.source.duration',
    { description: 'How long a run took', unit: 's' },
  );
  private readonly rows = this.meter.createCounter(
    'modelyard.source.rows_written',
    {
      description: 'Rows that the runs of a source have written',
      unit: '{row}',
    },
  );

  private constructor(private readonly logger: LoggerService) {}

  static create(options: { logger: LoggerService }): SyncReporter {
    return new SyncReporter(options.logger);
  }

  succeeded(source: Source, run: SucceededRun): void {
    const { error, ...figures } = run;
    this.count(source, 'succeeded', run);
    const line = `Synced source "${source.id}": ${run.models} models, ${run.written} rows written, ${run.problems} problems`;
    const fields = { sourceId: source.id, state: 'succeeded', ...figures };
    if (error) this.logger.warn(`${line}. ${error}`, fields);
    else this.logger.info(line, fields);
  }

  failed(source: Source, run: FailedRun): void {
    const { message, ...figures } = run;
    this.count(source, 'failed', run);
    this.logger.warn(`Sync of source "${source.id}" failed: ${message}`, {
      sourceId: source.id,
      state: 'failed',
      ...figures,
    });
  }

  /** A run that another process left behind has ended. */
  lost(source: Source, { runId, message }: LostRun): void {
    this.runs.add(1, {
      source: source.id,
      type: source.type,
      outcome: 'failed',
    });
    this.logger.warn(`Sync of source "${source.id}" failed: ${message}`, {
      sourceId: source.id,
      state: 'failed',
      runId,
    });
  }

  private count(
    source: Source,
    outcome: 'succeeded' | 'failed',
    run: { durationMs: number; written: number },
  ): void {
    const attributes = { source: source.id, type: source.type };
    this.runs.add(1, { ...attributes, outcome });
    this.duration.record(run.durationMs / 1000, { ...attributes, outcome });
    this.rows.add(run.written, attributes);
  }
}
