import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { modelCatalogTranslationRef } from '../../translation';
import { RecordTable } from '../RecordTable';
import { labelOf } from './labelOf';
import { LineageRow } from './describeLineage';
import { LineageLink } from './LineageLink';

/** How many rows are shown before somebody asks for the rest. */
const few = 12;

/** The lineage as a table, for long ones and for those who read it aloud. */
export function LineageTable({ rows }: { rows: LineageRow[] }) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? rows : rows.slice(0, few);
  return (
    <>
      <RecordTable
        label={t('lineage.table')}
        empty={t('lineage.empty')}
        rows={shown}
        columns={[
          {
            header: t('lineage.name'),
            cell: ({ node }) => (
              <LineageLink node={node}>{labelOf(node)}</LineageLink>
            ),
          },
          {
            header: t('lineage.what'),
            cell: ({ node, role, steps = 0 }) => {
              const what = t(`lineage.role.${role}`);
              const known =
                node.kind === 'external-model'
                  ? t('lineage.external', { what })
                  : what;
              return steps > 1
                ? t('lineage.far', { what: known, steps: String(steps) })
                : known;
            },
          },
        ]}
      />
      {shown.length < rows.length && (
        <Button size="small" sx={{ mt: 1 }} onClick={() => setIsWhole(true)}>
          {t('lineage.more', { count: rows.length - shown.length })}
        </Button>
      )}
    </>
  );
}
