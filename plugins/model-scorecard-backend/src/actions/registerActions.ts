import { ActionOptions } from './ActionOptions';
import { createExplainVerdictAction } from './createExplainVerdictAction';
import { createGetScorecardAction } from './createGetScorecardAction';
import { createListBlockedAction } from './createListBlockedAction';

/** What agents may ask of the scorecard; nothing here changes anything. */
export function registerActions(options: ActionOptions): void {
  createGetScorecardAction(options);
  createExplainVerdictAction(options);
  createListBlockedAction(options);
}
