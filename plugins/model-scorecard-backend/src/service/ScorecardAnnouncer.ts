import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { EventsService } from '@backstage/plugin-events-node';
import {
  ScorecardsChangedEvent,
  scorecardsChangedTopic,
} from '@modelyard/plugin-model-scorecard-common';

/** Refs that an event names. */
const mostNamed = 100;

/** What {@link ScorecardAnnouncer} tells others through. */
export interface ScorecardAnnouncerOptions {
  events: EventsService;
  logger: LoggerService;
}

/** Tells the rest of the portal that versions were evaluated again. */
export class ScorecardAnnouncer {
  private constructor(private readonly options: ScorecardAnnouncerOptions) {}

  static create(options: ScorecardAnnouncerOptions): ScorecardAnnouncer {
    return new ScorecardAnnouncer(options);
  }

  /** Never throws: the store is right without it. */
  async tellChanges(refs: ReadonlySet<string>): Promise<void> {
    if (refs.size === 0) return;
    const eventPayload: ScorecardsChangedEvent =
      refs.size > mostNamed ? {} : { refs: [...refs] };
    await this.options.events
      .publish({ topic: scorecardsChangedTopic, eventPayload })
      .catch(error =>
        this.options.logger.warn(
          `Could not announce that scorecards changed: ${stringifyError(error)}`,
        ),
      );
  }
}
