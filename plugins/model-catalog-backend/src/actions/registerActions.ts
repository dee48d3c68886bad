import { ActionOptions } from './ActionOptions';
import { createCompareVersionsAction } from './createCompareVersionsAction';
import { createFindingActions } from './createFindingActions';
import { createGetLineageAction } from './createGetLineageAction';
import { createGetMlBomAction } from './createGetMlBomAction';
import { createGetModelAction } from './createGetModelAction';
import { createGetVersionAction } from './createGetVersionAction';
import { createListModelsAction } from './createListModelsAction';
import { createListSourcesAction } from './createListSourcesAction';
import { createListVersionsAction } from './createListVersionsAction';

/** What agents may ask of the model catalog; nothing here changes anything. */
export function registerActions(options: ActionOptions): void {
  createListModelsAction(options);
  createGetModelAction(options);
  createListVersionsAction(options);
  createGetVersionAction(options);
  createCompareVersionsAction(options);
  createGetLineageAction(options);
  createGetMlBomAction(options);
  createListSourcesAction(options);
  createFindingActions(options);
}
