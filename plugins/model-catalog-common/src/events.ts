/**
 * Topic of the event that the model catalog publishes after a sync has changed
 * models, versions or aliases. Payload: {@link ModelsChangedEvent}.
 *
 * @public
 */
export const modelsChangedTopic = 'model-catalog.models-changed';

/**
 * Payload of {@link modelsChangedTopic}: a hint to read again, not the change.
 *
 * @public
 */
export interface ModelsChangedEvent {
  sourceId: string;
  /** Entity refs of the Models that changed. */
  refs: string[];
}
