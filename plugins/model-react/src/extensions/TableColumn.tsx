import { AppNode, ExtensionBoundary } from '@backstage/frontend-plugin-api';
import { ComponentType, ReactNode } from 'react';

/**
 * A column that another plugin adds to a table.
 *
 * @typeParam TCell - what a cell is given
 * @typeParam TTable - what the column is given of the whole page of the table
 * @public
 */
export interface TableColumn<TCell extends object, TTable extends object> {
  /** Id of the extension; unique in the table. */
  id: string;
  header: string;
  /** Place among the contributed columns, ascending. */
  order: number;
  Cell: ComponentType<TCell>;
  /** Wraps the table; gets the rows of the page, to load for all of them at once. */
  Provider?: ComponentType<TTable & { children: ReactNode }>;
  /** Width in pixels. Default: 160. */
  width?: number;
}

/** A column whose failures stay in it, named after its extension. */
export function inBoundary<TCell extends object, TTable extends object>(
  column: Omit<TableColumn<TCell, TTable>, 'id'>,
  node: AppNode,
): TableColumn<TCell, TTable> {
  const { Cell, Provider } = column;
  return {
    ...column,
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
  };
}
