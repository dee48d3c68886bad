import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ModelSource } from '@modelyard/plugin-model-catalog-common';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { modelCatalogTranslationRef } from '../../translation';
import { RecordTable } from '../RecordTable';

type Problem = NonNullable<ModelSource['problems']>[number];

/** How many problems are shown before somebody asks for all. */
const few = 3;

/** As many as the backend keeps of one run. */
const most = 200;

function placeOf({ file, line }: Problem): string {
  return line === undefined ? file : `${file}:${line}`;
}

function ProblemTable(props: { source: string; problems: Problem[] }) {
  const { source, problems } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  return (
    <RecordTable
      label={t('sources.problems.table', { source })}
      empty=""
      rows={problems}
      narrowColumns={3}
      columns={[
        { header: t('sources.problems.where'), cell: placeOf },
        { header: t('sources.problems.message'), cell: row => row.message },
        {
          header: t('sources.problems.effect'),
          cell: row =>
            t(
              row.severity === 'warning'
                ? 'sources.problems.warning'
                : 'sources.problems.error',
            ),
        },
        { header: t('sources.problems.field'), cell: row => row.field },
      ]}
    />
  );
}

/** What could not be read of a source: where, what is wrong, and what came of it. */
export function SourceProblems({ source }: { source: ModelSource }) {
  const { id, problems = [] } = source;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const [open, setOpen] = useState(false);
  const count = problems.length;
  if (!count) return null;
  return (
    <Box sx={{ mt: 2 }}>
      <Typography
        component="h4"
        variant="body2"
        sx={{ fontWeight: 600, mb: 0.5 }}
      >
        {count < most
          ? t('sources.problems.title', { count })
          : t('sources.problems.most', { number: `${most}` })}
      </Typography>
      <ProblemTable
        source={id}
        problems={open ? problems : problems.slice(0, few)}
      />
      {count > few && (
        <Button
          size="small"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open
            ? t('sources.problems.fewer', { number: `${few}` })
            : t('sources.problems.all', { number: `${count}` })}
        </Button>
      )}
    </Box>
  );
}
