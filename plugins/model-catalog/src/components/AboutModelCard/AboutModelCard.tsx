import {
  CompoundEntityRef,
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EntityInfoCard,
  EntityRefLink,
  EntityRefLinks,
  useEntity,
} from '@backstage/plugin-catalog-react';
import {
  isModelEntity,
  ModelEntity,
} from '@modelyard/plugin-model-catalog-common';
import {
  FreshnessText,
  modelCatalogApiRef,
  useLoad,
} from '@modelyard/plugin-model-react';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { ReactNode } from 'react';
import { modelCatalogTranslationRef } from '../../translation';

function Field(props: { name: string; none: string; children: ReactNode }) {
  const { name, none, children } = props;
  return (
    <Box
      sx={{ display: 'grid', gridTemplateColumns: '130px 1fr', gap: 1, mb: 1 }}
    >
      <Typography component="dt" variant="body2" color="text.secondary">
        {name}
      </Typography>
      <Typography
        component="dd"
        variant="body2"
        sx={{ m: 0, minWidth: 0, overflowWrap: 'anywhere' }}
      >
        {children || none}
      </Typography>
    </Box>
  );
}

/** The source of the model and how fresh it is; tells why where there is none. */
function SourceText({ modelRef }: { modelRef: string }) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const api = useApi(modelCatalogApiRef);
  const { value, error } = useLoad(
    signal => api.getModel(modelRef, { signal }),
    [api, modelRef],
  );
  if (error) {
    return (
      <>
        {error.name === 'NotFoundError'
          ? t('about.notFromSource')
          : t('about.sourceUnknown')}
      </>
    );
  }
  if (!value) return <>…</>;
  return (
    <>
      {value.source.id}{' '}
      <FreshnessText at={value.source.syncedAt} state={value.source.state} />
    </>
  );
}

/** EntityRefLink does not apply its `defaultKind` to a ref in a string. */
function fullRef(ref: string, defaultKind: string): CompoundEntityRef {
  return parseEntityRef(ref, {
    defaultKind,
    defaultNamespace: DEFAULT_NAMESPACE,
  });
}

function refLinks(refs: string[] | undefined, defaultKind: string): ReactNode {
  return refs?.length ? (
    <EntityRefLinks entityRefs={refs.map(ref => fullRef(ref, defaultKind))} />
  ) : undefined;
}

function Fields({ entity }: { entity: ModelEntity }) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const { spec, metadata } = entity;
  const none = t('about.none');
  return (
    <Box component="dl" sx={{ m: 0 }}>
      <Field name={t('about.owner')} none={t('about.nobody')}>
        {spec.owner && (
          <EntityRefLink entityRef={fullRef(spec.owner, 'group')} />
        )}
      </Field>
      <Field name={t('about.type')} none={none}>
        {spec.type}
      </Field>
      <Field name={t('about.lifecycle')} none={none}>
        {spec.lifecycle}
      </Field>
      <Field name={t('about.system')} none={none}>
        {spec.system && (
          <EntityRefLink entityRef={fullRef(spec.system, 'system')} />
        )}
      </Field>
      <Field name={t('about.task')} none={none}>
        {spec.task}
      </Field>
      <Field name={t('about.license')} none={none}>
        {spec.license}
      </Field>
      <Field name={t('about.tier')} none={none}>
        {spec.riskTier}
      </Field>
      <Field name={t('about.baseModels')} none={none}>
        {refLinks(spec.baseModels, 'model')}
      </Field>
      <Field name={t('about.datasets')} none={none}>
        {refLinks(spec.datasets, 'resource')}
      </Field>
      <Field name={t('about.tags')} none={none}>
        {metadata.tags?.map(tag => (
          <Chip key={tag} label={tag} size="small" sx={{ mr: 0.5 }} />
        ))}
      </Field>
      <Field name={t('about.source')} none={none}>
        <SourceText modelRef={stringifyEntityRef(entity)} />
      </Field>
    </Box>
  );
}

/** What the catalog knows about the Model of the page. */
export function AboutModelCard() {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const { entity } = useEntity();
  return (
    <EntityInfoCard title={t('about.title')}>
      {entity.metadata.description && (
        <Typography variant="body2" sx={{ mb: 2 }}>
          {entity.metadata.description}
        </Typography>
      )}
      {isModelEntity(entity) && <Fields entity={entity} />}
    </EntityInfoCard>
  );
}
