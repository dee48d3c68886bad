import { SchedulerService } from '@backstage/backend-plugin-api';
import { ConfiguredSource } from '../config/readSourceConfigs';
import { SyncEngine } from './SyncEngine';

/** Syncs every source on its schedule, on one replica at a time. */
export async function scheduleSyncs(options: {
  engine: SyncEngine;
  sources: ConfiguredSource[];
  scheduler: SchedulerService;
}): Promise<void> {
  const { engine, sources, scheduler } = options;
  for (const source of sources)
    await scheduler.scheduleTask({
      scope: 'global',
      ...source.schedule,
      id: `sync-${source.id}`,
      fn: signal => engine.runToEnd(source, { signal }),
    });
}
