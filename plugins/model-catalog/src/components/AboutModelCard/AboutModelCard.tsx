import {
  CompoundEntityRef,
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  EntityInfoCard,
  EntityRefLink,
  EntityRefLinks,
  useEntity,
} from '@backstage/plugin-catalog-react';
import {
  entityAnnotations,
  isModelEntity,
  ModelEntity,
  ModelRow,
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
import { sourcesRouteRef } from '../../routes';
import { modelCatalogTranslationRef } from '../../translation';
import { ModelLinks } from '../ModelLinks/ModelLinks';
import { Field } from './Field';

/** The source of the model and how fresh it is; tells why where there is none. */
function SourceText({ model, error }: { model?: ModelRow; error?: Error }) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const sources = useRouteRef(sourcesRouteRef);
  if (error) {
    return (
      <>
        {error.name === 'NotFoundError'
          ? t('about.notFromSource')
          : t('about.sourceUnknown')}
      </>
    );
  }
  if (!model) return <>…</>;
  const { id, syncedAt, state } = model.source;
  return (
    <>
      {sources ? (
        <Link to={sources()} underline="always">
          {id}
        </Link>
      ) : (
        id
      )}{' '}
      <FreshnessText at={syncedAt} state={state} />
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

/** Base models of the catalog, then those that the registry only names. */
function baseModels(
  refs: string[] | undefined,
  titles: string[] = [],
): ReactNode {
  const known = refLinks(refs, 'model');
  const named = titles.join(', ');
  return known && named ? (
    <>
      {known}, {named}
    </>
  ) : (
    known || named
  );
}

function Fields({ entity }: { entity: ModelEntity }) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const { spec, metadata } = entity;
  const none = t('about.none');
  const modelRef = stringifyEntityRef(entity);
  const api = useApi(modelCatalogApiRef);
  const { value: model, error } = useLoad(
    signal => api.getModel(modelRef, { signal }),
    [api, modelRef],
  );
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
        {baseModels(spec.baseModels, model?.baseModelTitles)}
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
        <SourceText model={model} error={error} />
      </Field>
      <ModelLinks
        modelRef={modelRef}
        title={metadata.title ?? metadata.name}
        source={metadata.annotations?.[entityAnnotations.source]}
      />
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
