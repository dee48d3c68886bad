import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { ModelLink } from '@modelyard/plugin-model-catalog-common';
import { formatInstant, useModelLinks } from '@modelyard/plugin-model-react';
import Typography from '@mui/material/Typography';
import { modelCatalogTranslationRef } from '../../translation';

function Statement({ link }: { link: ModelLink }) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const { statement } = link;
  if (!statement) return null;
  return (
    <Typography variant="caption" component="div" color="text.secondary">
      <span title={formatInstant(statement.at)}>{t('links.statedBy')}</span>{' '}
      <EntityRefLink entityRef={statement.by} defaultKind="user" hideIcon />
      {statement.comment && `: ${statement.comment}`}
    </Typography>
  );
}

/** Where else a model is, under which name, and why we think it is the same. */
export function LinkText({ link }: { link: ModelLink }) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const links = useModelLinks();
  const { ref, title, source, versions } = link;
  return (
    <>
      {t('links.as', { source })}{' '}
      {links ? <Link to={links.entity(ref)}>{title}</Link> : title}
      {versions.length > 0 &&
        ` (${t('links.sameDigest', { count: versions.length })})`}
      <Statement link={link} />
    </>
  );
}
