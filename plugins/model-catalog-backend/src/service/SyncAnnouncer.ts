import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { EventsService } from '@backstage/plugin-events-node';
import {
  ModelsChangedEvent,
  modelsChangedTopic,
} from '@modelyard/plugin-model-catalog-common';
import { NewConflict } from '../domain/syncPlan';

/** What {@link SyncAnnouncer} tells others through. */
export interface SyncAnnouncerOptions {
  auditor: AuditorService;
  events: EventsService;
  logger: LoggerService;
}

/** Tells the rest of the portal what a sync has changed. */
export class SyncAnnouncer {
  private constructor(private readonly options: SyncAnnouncerOptions) {}

  static create(options: SyncAnnouncerOptions): SyncAnnouncer {
    return new SyncAnnouncer(options);
  }

  /** Puts conflicts on record. */
  async tellConflicts(
    source: { id: string },
    conflicts: NewConflict[],
  ): Promise<void> {
    for (const conflict of conflicts) {
      const event = await this.options.auditor.createEvent({
        eventId: 'version-conflict',
        severityLevel: 'high',
        meta: { sourceId: source.id, ...conflict },
      });
      await event.success();
    }
  }

  /** Announces models that changed. Never throws: the store is right without it. */
  async tellChanges(source: { id: string }, refs: string[]): Promise<void> {
    if (refs.length === 0) return;
    const eventPayload: ModelsChangedEvent = { sourceId: source.id, refs };
    await this.options.events
      .publish({ topic: modelsChangedTopic, eventPayload })
      .catch(error =>
        this.options.logger.warn(
          `Could not announce the changes of source "${source.id}": ${stringifyError(error)}`,
        ),
      );
  }
}
