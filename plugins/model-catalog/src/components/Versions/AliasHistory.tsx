import { Link } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  LoadFailure,
  LoadingRows,
  modelCatalogApiRef,
  RelativeTime,
  useLoad,
  useModelLinks,
} from '@modelyard/plugin-model-react';
import ExpandMoreIcon from '@mui/icons-material/ExpandMore';
import Accordion from '@mui/material/Accordion';
import AccordionDetails from '@mui/material/AccordionDetails';
import AccordionSummary from '@mui/material/AccordionSummary';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { modelCatalogTranslationRef } from '../../translation';
import { Pager } from '../paging/Pager';
import { useTurnPages } from '../paging/useTurnPages';
import { RecordTable } from '../RecordTable';

const pageSize = 25;

/** How the backend names a source as the one who told something. */
const sourcePrefix = 'source:';

/** Which page of the history is shown. */
interface Place {
  page: number;
  cursor?: string;
}

function History({ modelRef }: { modelRef: string }) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const api = useApi(modelCatalogApiRef);
  const links = useModelLinks();
  const [{ page, cursor }, setPlace] = useState<Place>({ page: 0 });
  const { value, error, loading, reload } = useLoad(
    signal =>
      api.listAliases(modelRef, { cursor, limit: pageSize }, { signal }),
    [api, modelRef, cursor],
    { keep: true },
  );
  const turn = useTurnPages({
    ...{ page, cursor, list: modelRef, nextCursor: value?.nextCursor },
    go: (index, at) => setPlace({ page: index, cursor: at }),
  });
  if (error)
    return (
      <LoadFailure error={error} what={t('aliases.what')} retry={reload} />
    );
  if (!value) return <LoadingRows rows={3} height={32} />;
  const teller = (by: string) =>
    by.startsWith(sourcePrefix)
      ? t('aliases.bySource', { source: by.slice(sourcePrefix.length) })
      : by;
  return (
    <Box aria-busy={loading}>
      <RecordTable
        label={t('aliases.table')}
        empty={t('aliases.empty')}
        rows={value.items}
        columns={[
          { header: t('aliases.alias'), cell: row => row.alias },
          {
            header: t('aliases.version'),
            cell: ({ version }) =>
              links ? (
                <Link to={links.version(modelRef, version)}>{version}</Link>
              ) : (
                version
              ),
          },
          {
            header: t('aliases.since'),
            cell: row => <RelativeTime at={row.since} />,
          },
          {
            header: t('aliases.until'),
            cell: ({ until }) =>
              until ? <RelativeTime at={until} /> : t('aliases.now'),
          },
          { header: t('aliases.by'), cell: row => teller(row.by) },
        ]}
      />
      {value.totalItems > pageSize && (
        <Pager
          offset={page * pageSize}
          count={value.items.length}
          total={value.totalItems}
          {...turn}
        />
      )}
    </Box>
  );
}

/** Where each alias pointed and when; loaded once somebody opens it. */
export function AliasHistory({ modelRef }: { modelRef: string }) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  return (
    <Accordion
      disableGutters
      square
      elevation={0}
      slotProps={{ transition: { unmountOnExit: true } }}
      sx={{
        mt: 4,
        borderTop: 1,
        borderColor: 'divider',
        bgcolor: 'transparent',
      }}
    >
      <AccordionSummary expandIcon={<ExpandMoreIcon />} sx={{ px: 0 }}>
        <Typography variant="h6" component="span">
          {t('aliases.title')}
        </Typography>
      </AccordionSummary>
      <AccordionDetails sx={{ px: 0 }}>
        <History modelRef={modelRef} />
      </AccordionDetails>
    </Accordion>
  );
}
