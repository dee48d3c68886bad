/** Webhooks that came lately. */
export interface SourceEventStore {
  /**
   * Remembers a delivery for an hour.
   *
   * @returns false when it has come before, on whichever replica
   */
  remember(delivery: {
    sourceId: string;
    deliveryId: string;
    now: Date;
  }): Promise<boolean>;
}
