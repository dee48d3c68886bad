import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ModelSource } from '@modelyard/plugin-model-catalog-common';
import { modelCatalogTranslationRef } from '../../translation';

/** "120 models and 800 versions", without what there is none of. */
export function useHeldText() {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  return (held: NonNullable<ModelSource['heldRemovals']>): string => {
    const models = t('sources.models', { count: held.models });
    const versions = t('sources.versions', { count: held.versions });
    if (!held.models) return versions;
    return held.versions
      ? t('sources.modelsAndVersions', { models, versions })
      : models;
  };
}
