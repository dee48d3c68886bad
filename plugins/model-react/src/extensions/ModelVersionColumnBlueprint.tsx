import {
  createExtensionBlueprint,
  createExtensionDataRef,
} from '@backstage/frontend-plugin-api';
import { VersionRow } from '@modelyard/plugin-model-catalog-common';
import { inBoundary, TableColumn } from './TableColumn';

/**
 * A column that another plugin adds to the table of a Model's versions.
 *
 * @public
 */
export type ModelVersionColumn = TableColumn<
  { modelRef: string; row: VersionRow },
  { modelRef: string; rows: VersionRow[] }
>;

/**
 * Parameters of {@link ModelVersionColumnBlueprint}. Pass lazily loaded
 * components, so that a page without the column does not load them.
 *
 * @public
 */
export type ModelVersionColumnParams = Omit<ModelVersionColumn, 'id'>;

/**
 * Carries a {@link ModelVersionColumn} to the table of versions.
 *
 * @public
 */
export const modelVersionColumnDataRef =
  createExtensionDataRef<ModelVersionColumn>().with({
    id: 'model-catalog.model-version-column',
  });

/**
 * Creates extensions that add a column to the table of a Model's versions.
 *
 * @public
 */
export const ModelVersionColumnBlueprint = createExtensionBlueprint({
  kind: 'model-version-column',
  attachTo: { id: 'entity-content:model-catalog/versions', input: 'columns' },
  output: [modelVersionColumnDataRef],
  dataRefs: { column: modelVersionColumnDataRef },
  *factory(params: ModelVersionColumnParams, { node }) {
    yield modelVersionColumnDataRef(inBoundary(params, node));
  },
});
