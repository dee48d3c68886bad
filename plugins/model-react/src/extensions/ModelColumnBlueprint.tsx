import {
  createExtensionBlueprint,
  createExtensionDataRef,
} from '@backstage/frontend-plugin-api';
import { ModelRow } from '@modelyard/plugin-model-catalog-common';
import { inBoundary, TableColumn } from './TableColumn';

/**
 * A column that another plugin adds to the Models page.
 *
 * @public
 */
export type ModelColumn = TableColumn<{ row: ModelRow }, { rows: ModelRow[] }>;

/**
 * Parameters of {@link ModelColumnBlueprint}. Pass lazily loaded components, so
 * that a page without the column does not load them.
 *
 * @public
 */
export type ModelColumnParams = Omit<ModelColumn, 'id'>;

/**
 * Carries a {@link ModelColumn} to the Models page.
 *
 * @public
 */
export const modelColumnDataRef = createExtensionDataRef<ModelColumn>().with({
  id: 'model-catalog.model-column',
});

/**
 * Creates extensions that add a column to the Models page.
 *
 * @public
 */
export const ModelColumnBlueprint = createExtensionBlueprint({
  kind: 'model-column',
  attachTo: { id: 'page:model-catalog', input: 'columns' },
  output: [modelColumnDataRef],
  dataRefs: { column: modelColumnDataRef },
  *factory(params: ModelColumnParams, { node }) {
    yield modelColumnDataRef(inBoundary(params, node));
  },
});
