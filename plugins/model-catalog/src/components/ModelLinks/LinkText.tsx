import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { ModelLink } from '@modelyard/plugin-model-catalog-common';
import { formatInstant, useModelLinks } from '@modelyard/plugin-model-react';
import Typography from '@mui/material/Typography';
import { modelCatalogTranslationRef } from '../../translation';

const isPerson = /^user:[^/]+\/./;

/** A person with the way to their page; a service has none. */
function Stater({ by }: { by: string }) {
  return isPerson.test(by) ? (
    <EntityRefLink entityRef={by} hideIcon underline="always" />
  ) : (
    <>{by}</>
  );
}

function Statement({ link }: { link: ModelLink }) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const { statement } = link;
  if (!statement) return null;
  return (
    <Typography variant="caption" component="div" color="text.secondary">
      <span title={formatInstant(statement.at)}>{t('links.statedBy')}</span>{' '}
      <Stater by={statement.by} />
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
      {links ? (
        <Link to={links.entity(ref)} underline="always">
          {title}
        </Link>
      ) : (
        title
      )}
      {versions.length > 0 &&
        ` (${t('links.sameDigest', { count: versions.length })})`}
      <Statement link={link} />
    </>
  );
}
