import { TableColumn } from '@modelyard/plugin-model-react';
import { ReactNode } from 'react';

/** Lets the contributed columns of a table load for all its rows at once. */
export function ColumnProviders<
  TCell extends object,
  TTable extends object,
>(props: {
  columns: TableColumn<TCell, TTable>[];
  table: TTable;
  children: ReactNode;
}) {
  return props.columns.reduceRight<ReactNode>(
    (children, { id, Provider }) =>
      Provider ? (
        <Provider key={id} {...props.table}>
          {children}
        </Provider>
      ) : (
        children
      ),
    props.children,
  );
}
