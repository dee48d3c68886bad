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
import Typography from '@mui/material/Typography';
import { modelCatalogTranslationRef } from '../../translation';
import { RecordTable } from '../RecordTable';

/** How the backend names a source as the one who told something. */
const sourcePrefix = 'source:';

function History({ modelRef }: { modelRef: string }) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const api = useApi(modelCatalogApiRef);
  const links = useModelLinks();
  const { value, error, reload } = useLoad(
    signal => api.listAliases(modelRef, { signal }),
    [api, modelRef],
  );
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
