import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { ModelRow } from '@modelyard/plugin-model-catalog-common';
import {
  FreshnessText,
  RelativeTime,
  useModelLinks,
} from '@modelyard/plugin-model-react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { ReactNode } from 'react';
import { modelCatalogTranslationRef } from '../../translation';

function TwoLines(props: { first: ReactNode; second: ReactNode }) {
  return (
    <Box sx={{ lineHeight: 1.4, minWidth: 0 }}>
      <Box sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {props.first}
      </Box>
      <Typography variant="caption" component="div" color="text.secondary">
        {props.second}
      </Typography>
    </Box>
  );
}

/** Name of a model and who owns it. */
export function NameCell({ row }: { row: ModelRow }) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const links = useModelLinks();
  return (
    <TwoLines
      first={
        <span title={row.title}>
          {links ? (
            <Link to={links.entity(row.ref)}>{row.title}</Link>
          ) : (
            row.title
          )}
        </span>
      }
      second={
        <>
          {row.owner ? (
            <EntityRefLink entityRef={row.owner} defaultKind="group" hideIcon />
          ) : (
            t('models.noOwner')
          )}
          {row.tombstone && ` · ${t('models.gone')}`}
          {row.source.state !== 'fresh' && (
            <>
              {' · '}
              <FreshnessText state={row.source.state} />
            </>
          )}
        </>
      }
    />
  );
}

/** Latest version with its age, and where the aliases point. */
export function LatestCell({ row }: { row: ModelRow }) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const links = useModelLinks();
  const { latestVersion } = row;
  if (!latestVersion) return <>{t('models.noVersion')}</>;
  const { version, createdAt } = latestVersion;
  const aliases = Object.entries(row.aliases)
    .map(([alias, target]) => `${alias} ${target}`)
    .join(' · ');
  return (
    <TwoLines
      first={
        <>
          {links ? (
            <Link underline="always" to={links.version(row.ref, version)}>
              {version}
            </Link>
          ) : (
            version
          )}
          , <RelativeTime at={createdAt} />
        </>
      }
      second={aliases}
    />
  );
}

/** Source of a model and how fresh it is. */
export function SourceCell({ row }: { row: ModelRow }) {
  return (
    <TwoLines
      first={row.source.id}
      second={
        <FreshnessText at={row.source.syncedAt} state={row.source.state} />
      }
    />
  );
}
