import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Lineage } from '@modelyard/plugin-model-catalog-common';
import {
  LoadFailure,
  LoadingRows,
  modelCatalogApiRef,
  useLoad,
} from '@modelyard/plugin-model-react';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { modelCatalogTranslationRef } from '../../translation';
import { describeLineage } from './describeLineage';
import { LineageGraph, mostInGraph } from './LineageGraph';
import { LineageTable } from './LineageTable';

interface LineageViewProps {
  modelRef: string;
  /** Shown with its datasets when given. */
  version?: string;
}

function Loaded(props: LineageViewProps & { lineage: Lineage }) {
  const { modelRef, version, lineage } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const fits = lineage.nodes.length <= mostInGraph;
  const [isGraph, setIsGraph] = useState(fits);
  const rows = describeLineage(lineage, modelRef);
  const isBare = rows.every(({ role }) => role === 'version');
  if (isBare && !lineage.truncated)
    return <Typography variant="body2">{t('lineage.empty')}</Typography>;
  return (
    <>
      {isGraph && fits ? (
        <LineageGraph
          lineage={lineage}
          subjects={version ? [`${modelRef}@${version}`] : [modelRef]}
        />
      ) : (
        <LineageTable rows={rows} />
      )}
      {lineage.truncated && (
        <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
          {t('lineage.truncated')}
        </Typography>
      )}
      {fits && (
        <Button
          size="small"
          sx={{ mt: 1 }}
          onClick={() => setIsGraph(!isGraph)}
        >
          {t(isGraph ? 'lineage.asTable' : 'lineage.asGraph')}
        </Button>
      )}
    </>
  );
}

/** Where a model comes from and what came of it, as far as the reader may see. */
export function LineageView({ modelRef, version }: LineageViewProps) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const api = useApi(modelCatalogApiRef);
  const { value, error, reload } = useLoad(
    signal => api.getLineage(modelRef, { version }, { signal }),
    [api, modelRef, version],
  );
  if (error?.name === 'NotFoundError')
    return (
      <Typography variant="body2">{t('lineage.notFromSource')}</Typography>
    );
  if (error)
    return (
      <LoadFailure error={error} what={t('lineage.subject')} retry={reload} />
    );
  if (!value) return <LoadingRows rows={2} height={54} />;
  return <Loaded modelRef={modelRef} version={version} lineage={value} />;
}
