/**
 * Topic of the event that the scorecard publishes after versions were evaluated
 * again. Payload: {@link ScorecardsChangedEvent}.
 *
 * @public
 */
export const scorecardsChangedTopic = 'model-scorecard.scorecards-changed';

/**
 * Payload of {@link scorecardsChangedTopic}: a hint to read again, not the change.
 *
 * @public
 */
export interface ScorecardsChangedEvent {
  /** Entity refs of the Models; left out when there are more than a hundred. */
  refs?: string[];
}
