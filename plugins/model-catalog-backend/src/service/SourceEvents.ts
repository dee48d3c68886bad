import { AuthenticationError, NotFoundError } from '@backstage/errors';
import {
  SourceEvent,
  VerifiedSourceEvent,
} from '@modelyard/plugin-model-catalog-node';
import { ConfiguredSource } from '../config/readSourceConfigs';
import { SourceEventStore } from '../database/SourceEventStore';
import { SourceHints } from './SourceHints';

const longestId = 200;

/** What {@link SourceEvents} works with. */
export interface SourceEventsOptions {
  sources: ConfiguredSource[];
  store: SourceEventStore;
  hints: Pick<SourceHints, 'hint'>;
}

/** Takes webhooks of registries, each as a hint to look and no more. */
export class SourceEvents {
  private constructor(private readonly options: SourceEventsOptions) {}

  static create(options: SourceEventsOptions): SourceEvents {
    return new SourceEvents(options);
  }

  /**
   * @returns whether the delivery is a new one
   * @throws NotFoundError for a source that is not there or takes no webhooks, which
   *   is the same to who has no right to know; AuthenticationError for one that its
   *   registry did not send
   */
  async receive(
    sourceId: string,
    event: Pick<SourceEvent, 'headers' | 'body'>,
  ): Promise<VerifiedSourceEvent & { accepted: boolean }> {
    const { sources, store, hints } = this.options;
    const source = sources.find(({ id }) => id === sourceId);
    if (!source?.connector.verifyEvent)
      throw new NotFoundError(
        `No source "${sourceId}" takes webhooks; set its webhookSecret under modelCatalog.sources`,
      );
    const now = new Date();
    const verified = source.connector.verifyEvent({ ...event, now });
    const { deliveryId } = verified;
    if (deliveryId === '' || deliveryId.length > longestId)
      throw new AuthenticationError(
        `The event's delivery id is empty or longer than ${longestId} characters`,
      );
    const accepted = await store.remember({ sourceId, deliveryId, now });
    if (accepted) hints.hint(source);
    return { ...verified, accepted };
  }
}
