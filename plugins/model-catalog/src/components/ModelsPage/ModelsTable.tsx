import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ModelRow } from '@modelyard/plugin-model-catalog-common';
import { ModelColumn, useModelLinks } from '@modelyard/plugin-model-react';
import useMediaQuery from '@mui/material/useMediaQuery';
import { DataGrid, GridColDef, GridSortModel } from '@mui/x-data-grid';
import { useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import { modelCatalogTranslationRef } from '../../translation';
import { LatestCell, NameCell, SourceCell } from './modelCells';
import { Sort } from './useModelsState';

interface ModelsTableProps {
  rows: ModelRow[];
  columns: ModelColumn[];
  sort: Sort;
  loading: boolean;
  onSort: (sort: Sort | undefined) => void;
}

const base = { filterable: false, disableColumnMenu: true } as const;

function useColumns(contributed: ModelColumn[]): GridColDef<ModelRow>[] {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  return useMemo(
    () => [
      {
        ...base,
        field: 'name',
        headerName: t('column.model'),
        flex: 2,
        minWidth: 160,
        renderCell: ({ row }) => <NameCell row={row} />,
      },
      {
        ...base,
        field: 'latest',
        headerName: t('column.latest'),
        flex: 1.5,
        minWidth: 160,
        renderCell: ({ row }) => <LatestCell row={row} />,
      },
      ...contributed.map<GridColDef<ModelRow>>(
        ({ id, header, Cell, width = 160 }) => ({
          ...base,
          field: id,
          headerName: header,
          flex: 1,
          minWidth: width,
          sortable: false,
          renderCell: ({ row }) => <Cell row={row} />,
        }),
      ),
      {
        ...base,
        field: 'task',
        headerName: t('column.task'),
        flex: 1,
        minWidth: 165,
      },
      {
        ...base,
        field: 'tier',
        headerName: t('column.tier'),
        width: 120,
        valueGetter: (_, row) => row.riskTier,
      },
      {
        ...base,
        field: 'source',
        headerName: t('column.source'),
        width: 150,
        sortable: false,
        renderCell: ({ row }) => <SourceCell row={row} />,
      },
    ],
    [contributed, t],
  );
}

function toSortModel(sort: Sort): GridSortModel {
  return [
    {
      field: sort.replace(/^-/, ''),
      sort: sort.startsWith('-') ? 'desc' : 'asc',
    },
  ];
}

const sorts: Sort[] = [
  'name',
  '-name',
  'owner',
  '-owner',
  'task',
  '-task',
  'tier',
  '-tier',
  'latest',
  '-latest',
];

/** Columns that are left out where the window has no room for all. */
const roomy = ['tier', 'source'];

/** Rows of the page, sorted by the server; a row opens its Model. */
export function ModelsTable(props: ModelsTableProps) {
  const { rows, sort, loading, onSort } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const columns = useColumns(props.columns);
  const links = useModelLinks();
  const navigate = useNavigate();
  const narrow = useMediaQuery('(max-width:899.95px)');
  const tight = useMediaQuery('(max-width:1679.95px)');
  const shown = useMemo(() => {
    if (narrow) return columns.slice(0, 3);
    return tight
      ? columns.filter(({ field }) => !roomy.includes(field))
      : columns;
  }, [columns, narrow, tight]);
  const open = (row: ModelRow) => links && navigate(links.entity(row.ref));
  return (
    <DataGrid
      aria-label={t('models.table')}
      rows={rows}
      columns={shown}
      getRowId={row => row.ref}
      rowHeight={60}
      loading={loading}
      hideFooter
      disableColumnFilter
      disableColumnSelector
      disableRowSelectionOnClick
      sortingMode="server"
      sortModel={toSortModel(sort)}
      onSortModelChange={([item]) =>
        onSort(
          sorts.find(
            one =>
              item && one === `${item.sort === 'desc' ? '-' : ''}${item.field}`,
          ),
        )
      }
      onRowClick={({ row }) => open(row)}
      onCellKeyDown={({ row, field }, event) => {
        if (event.key === 'Enter' && field === 'name') open(row);
      }}
      sx={{
        '& .MuiDataGrid-row': { cursor: 'pointer' },
        '& .MuiDataGrid-cell': { display: 'flex', alignItems: 'center' },
      }}
    />
  );
}
