import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { modelCatalogTranslationRef } from '../../translation';
import { RecordTable } from '../RecordTable';
import { labelOf } from './labelOf';
import { LineageRow } from './describeLineage';
import { LineageLink } from './LineageLink';

/** The lineage as a table, for long ones and for those who read it aloud. */
export function LineageTable({ rows }: { rows: LineageRow[] }) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  return (
    <RecordTable
      label={t('lineage.table')}
      empty={t('lineage.empty')}
      rows={rows}
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
  );
}
