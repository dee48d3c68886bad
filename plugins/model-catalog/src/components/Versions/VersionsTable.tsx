import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { VersionRow } from '@modelyard/plugin-model-catalog-common';
import {
  DigestText,
  formatMetric,
  ModelVersionColumn,
  RelativeTime,
  useModelLinks,
} from '@modelyard/plugin-model-react';
import Checkbox from '@mui/material/Checkbox';
import Chip from '@mui/material/Chip';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import useMediaQuery from '@mui/material/useMediaQuery';
import { visuallyHidden } from '@mui/utils';
import { MetricPoint } from '../../format/metricSeries';
import { modelCatalogTranslationRef } from '../../translation';
import { MetricChange } from './MetricChange';
import { VersionMarks } from './VersionMarks';

interface VersionsTableProps {
  modelRef: string;
  rows: VersionRow[];
  columns: ModelVersionColumn[];
  metric?: string;
  points: MetricPoint[];
  selected: string[];
  onToggle: (version: string) => void;
}

const figure = {
  fontVariantNumeric: 'tabular-nums',
  whiteSpace: 'nowrap',
} as const;

function Row(
  props: Omit<VersionsTableProps, 'rows' | 'metric'> & {
    row: VersionRow;
    narrow: boolean;
  },
) {
  const { modelRef, row, columns, points, selected, onToggle, narrow } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const links = useModelLinks();
  const { version } = row;
  const point = points.find(one => one.version === version);
  return (
    <TableRow hover>
      <TableCell padding="checkbox">
        <Checkbox
          size="small"
          checked={selected.includes(version)}
          onChange={() => onToggle(version)}
          inputProps={{ 'aria-label': t('versions.select', { version }) }}
        />
      </TableCell>
      <TableCell>
        {links ? (
          <Link to={links.version(modelRef, version)}>{version}</Link>
        ) : (
          version
        )}
        <VersionMarks row={row} />
        {row.aliases.map(alias => (
          <Chip key={alias} size="small" label={alias} sx={{ m: 0, ml: 1 }} />
        ))}
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        <RelativeTime at={row.createdAt} />
      </TableCell>
      <TableCell align="right" sx={figure}>
        {point ? (
          <>
            {formatMetric(point.value)} <MetricChange point={point} />
          </>
        ) : (
          t('versions.noMetric')
        )}
      </TableCell>
      {!narrow && (
        <>
          {columns.map(({ id, Cell }) => (
            <TableCell key={id}>
              <Cell modelRef={modelRef} row={row} />
            </TableCell>
          ))}
          <TableCell>
            {row.createdBy && (
              <EntityRefLink
                entityRef={row.createdBy}
                defaultKind="user"
                hideIcon
              />
            )}
          </TableCell>
          <TableCell>
            <DigestText digest={row.digest} digestKind={row.digestKind} />
          </TableCell>
        </>
      )}
    </TableRow>
  );
}

/** One row per version, newest first. */
export function VersionsTable({ metric, ...rest }: VersionsTableProps) {
  const { rows, columns } = rest;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const narrow = useMediaQuery('(max-width:899.95px)');
  return (
    <TableContainer tabIndex={0} role="region" aria-label={t('versions.table')}>
      <Table size="small" aria-label={t('versions.table')}>
        <TableHead>
          <TableRow>
            <TableCell padding="checkbox">
              <span style={visuallyHidden}>{t('versions.selection')}</span>
            </TableCell>
            <TableCell>{t('versions.version')}</TableCell>
            <TableCell>{t('versions.created')}</TableCell>
            <TableCell align="right">
              {metric ?? t('versions.metric')}
            </TableCell>
            {!narrow && (
              <>
                {columns.map(({ id, header, width = 160 }) => (
                  <TableCell key={id} sx={{ minWidth: width }}>
                    {header}
                  </TableCell>
                ))}
                <TableCell>{t('versions.by')}</TableCell>
                <TableCell>{t('versions.digest')}</TableCell>
              </>
            )}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(row => (
            <Row key={row.version} row={row} narrow={narrow} {...rest} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
