import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useModelLinks } from '@modelyard/plugin-model-react';
import Box from '@mui/material/Box';
import { modelCatalogTranslationRef } from '../../translation';

/** Title of a model with the way to its page. */
export function ModelCell(props: { modelRef: string; title: string }) {
  const links = useModelLinks();
  return links ? (
    <Link to={links.entity(props.modelRef)}>{props.title}</Link>
  ) : (
    <>{props.title}</>
  );
}

/** A version of a model with the way to its page. */
export function VersionCell(props: {
  modelRef: string;
  title: string;
  version: string;
}) {
  const { modelRef, title, version } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const links = useModelLinks();
  const text = t('findings.modelVersion', { title, version });
  return links ? (
    <Link to={links.version(modelRef, version)}>{text}</Link>
  ) : (
    <>{text}</>
  );
}

/** Name of an entity, without the kind that all of a list share. */
export function RefText({ value }: { value: string }) {
  return (
    <Box
      component="code"
      sx={{ fontFamily: 'monospace', fontSize: '0.8125rem' }}
    >
      {value.replace(/^model:(default\/)?/i, '')}
    </Box>
  );
}
