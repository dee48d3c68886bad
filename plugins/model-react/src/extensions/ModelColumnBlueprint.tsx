import {
  createExtensionBlueprint,
  createExtensionDataRef,
  ExtensionBoundary,
} from '@backstage/frontend-plugin-api';
import { ModelRow } from '@modelyard/plugin-model-catalog-common';
import { ComponentType, ReactNode } from 'react';

/**
 * A column that another plugin adds to the Models page.
 *
 * @public
 */
export interface ModelColumn {
  /** Id of the extension; unique on the page. */
  id: string;
  header: string;
  /** Place among the contributed columns, ascending. */
  order: number;
  Cell: ComponentType<{ row: ModelRow }>;
  /** Wraps the table; gets the rows of the page, to load for all of them at once. */
  Provider?: ComponentType<{ rows: ModelRow[]; children: ReactNode }>;
  /** Width in pixels. Default: 160. */
  width?: number;
}

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
    const { Cell, Provider } = params;
    yield modelColumnDataRef({
      ...params,
      id: node.spec.id,
      Cell: props => (
        <ExtensionBoundary node={node} errorPresentation="error-api">
          <Cell {...props} />
        </ExtensionBoundary>
      ),
      Provider:
        Provider &&
        (props => (
          <ExtensionBoundary node={node}>
            <Provider {...props} />
          </ExtensionBoundary>
        )),
    });
  },
});
