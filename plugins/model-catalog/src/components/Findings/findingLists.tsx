import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  DigestText,
  modelCatalogApiRef,
  RelativeTime,
} from '@modelyard/plugin-model-react';
import { modelCatalogTranslationRef } from '../../translation';
import { LatestCell } from '../ModelsPage/modelCells';
import { ModelCell, RefText, VersionCell } from './FindingCells';
import { FindingList } from './FindingList';

interface ListProps {
  revision: number;
}

/** Models that nobody owns. */
export function UnownedList({ revision }: ListProps) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const api = useApi(modelCatalogApiRef);
  return (
    <FindingList
      revision={revision}
      load={(query, signal) =>
        api.listModels({ ...query, owner: 'none' }, { signal })
      }
      columns={[
        {
          header: t('findings.model'),
          cell: row => <ModelCell modelRef={row.ref} title={row.title} />,
        },
        {
          header: t('findings.latest'),
          cell: row => <LatestCell row={row} />,
        },
        { header: t('findings.source'), cell: row => row.source.id },
        {
          header: t('findings.task'),
          cell: row => row.task ?? t('findings.noTask'),
        },
      ]}
    />
  );
}

/** Versions of which the source now tells otherwise than is stored. */
export function ConflictList({ revision }: ListProps) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const api = useApi(modelCatalogApiRef);
  return (
    <FindingList
      revision={revision}
      load={(query, signal) => api.listConflicts(query, { signal })}
      columns={[
        {
          header: t('findings.version'),
          cell: ({ ref, title, version }) => (
            <VersionCell modelRef={ref} title={title} version={version} />
          ),
        },
        {
          header: t('findings.conflicts.fields'),
          cell: row => row.fields.join(', '),
        },
        {
          header: t('findings.conflicts.since'),
          cell: row => <RelativeTime at={row.at} />,
        },
        {
          header: t('findings.conflicts.stored'),
          cell: row => <DigestText digest={row.digest} copy />,
        },
        {
          header: t('findings.conflicts.now'),
          cell: row => <DigestText digest={row.sourceDigest} copy />,
        },
        { header: t('findings.source'), cell: row => row.source },
      ]}
    />
  );
}

/** Models and versions that their source no longer lists. */
export function RemovalList({ revision }: ListProps) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const api = useApi(modelCatalogApiRef);
  return (
    <FindingList
      revision={revision}
      load={(query, signal) => api.listRemovals(query, { signal })}
      columns={[
        {
          header: t('findings.removed.item'),
          // A model that vanished as a whole has no page any more.
          cell: ({ ref, title, version }) =>
            version === undefined ? (
              title
            ) : (
              <VersionCell modelRef={ref} title={title} version={version} />
            ),
        },
        { header: t('findings.removed.reason'), cell: row => row.reason },
        {
          header: t('findings.removed.when'),
          cell: row => <RelativeTime at={row.at} />,
        },
        { header: t('findings.source'), cell: row => row.source },
      ]}
    />
  );
}

/** Models that did not get the entity name of their title. */
export function CollisionList({ revision }: ListProps) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const api = useApi(modelCatalogApiRef);
  return (
    <FindingList
      revision={revision}
      load={(query, signal) => api.listCollisions(query, { signal })}
      columns={[
        {
          header: t('findings.model'),
          cell: row => <ModelCell modelRef={row.ref} title={row.title} />,
        },
        {
          header: t('findings.collisions.got'),
          cell: row => <RefText value={row.ref} />,
        },
        {
          header: t('findings.collisions.wanted'),
          cell: ({ wantedRef, holder }) => (
            <>
              <RefText value={wantedRef} />{' '}
              {holder
                ? t('findings.collisions.holder', holder)
                : t('findings.collisions.noHolder')}
            </>
          ),
        },
        { header: t('findings.source'), cell: row => row.source },
      ]}
    />
  );
}
