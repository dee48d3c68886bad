/**
 * Topic of the event that delivery publishes after the index of services has
 * changed. Its payload, {@link ServicesChangedEvent}, is a hint to read again.
 *
 * @public
 */
export const servicesChangedTopic = 'model-delivery.services-changed';

/**
 * Payload of {@link servicesChangedTopic}.
 *
 * @public
 */
export interface ServicesChangedEvent {
  /** Names of the services that changed. */
  services: string[];
}
