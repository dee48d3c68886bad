import { Link } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  modelCatalogApiRef,
  useLoad,
  useModelLinks,
} from '@modelyard/plugin-model-react';
import { modelCatalogTranslationRef } from '../../translation';
import { Fact } from './Fact';

/** Versions of linked models with the same digest as this one; nothing when there is none. */
export function SameVersions(props: { modelRef: string; version: string }) {
  const { modelRef, version } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const api = useApi(modelCatalogApiRef);
  const links = useModelLinks();
  const { value, error } = useLoad(
    signal => api.listLinks(modelRef, { signal }),
    [api, modelRef],
  );
  if (error)
    return <Fact name={t('links.versionField')}>{t('links.unknown')}</Fact>;
  const same = (value?.items ?? []).flatMap(
    ({ ref, title, source, versions }) =>
      versions
        .filter(one => one.version === version)
        .map(({ otherVersion }) => ({ ref, title, source, otherVersion })),
  );
  if (!same.length) return null;
  return (
    <Fact name={t('links.versionField')}>
      {same.map(({ ref, title, source, otherVersion }) => {
        const text = t('links.versionIn', {
          title,
          source,
          version: otherVersion,
        });
        return (
          <div key={`${ref} ${otherVersion}`}>
            {links ? (
              <Link to={links.version(ref, otherVersion)}>{text}</Link>
            ) : (
              text
            )}
          </div>
        );
      })}
    </Fact>
  );
}
