import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { modelPath } from '@modelyard/plugin-model-catalog-common';
import {
  DownloadButton,
  modelCatalogApiRef,
} from '@modelyard/plugin-model-react';
import { modelCatalogTranslationRef } from '../../translation';

/** Saves the bill of materials of a version. */
export function MlBomButton(props: { modelRef: string; version: string }) {
  const { modelRef, version } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const api = useApi(modelCatalogApiRef);
  return (
    <DownloadButton
      label={t('version.mlBom')}
      name={`${modelPath(modelRef).name}-${version}.cdx.json`}
      type="application/vnd.cyclonedx+json"
      load={async () =>
        JSON.stringify(await api.getMlBom(modelRef, version), undefined, 2)
      }
      failed={reason => t('version.mlBomFailed', { reason })}
    />
  );
}
