import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Notice } from '@modelyard/plugin-model-react';
import { Scorecard } from '@modelyard/plugin-model-scorecard-common';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useSearchParams } from 'react-router-dom';
import { filterChecks } from '../../domain/filterChecks';
import { CheckGroup, groupChecks } from '../../domain/sortChecks';
import { modelScorecardTranslationRef } from '../../translation';
import { CheckFilterBar } from './CheckFilterBar';
import { CheckRow } from './CheckRow';
import { useCheckFilter } from './useCheckFilter';

/** "2 pass, 1 no evidence" of a group. */
function countsOf({ checks }: CheckGroup): string {
  const counts = new Map<string, number>();
  for (const { verdict } of checks)
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return [...counts]
    .map(([verdict, count]) => `${count} ${verdict.replace(/_/g, ' ')}`)
    .join(', ');
}

function GroupTitle({ group }: { group: CheckGroup }) {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  return (
    <Typography
      component="p"
      variant="subtitle2"
      sx={{ mt: 2, mb: 0.5, display: 'flex', gap: 1, flexWrap: 'wrap' }}
    >
      <Box
        component="span"
        sx={{ '&::first-letter': { textTransform: 'uppercase' } }}
      >
        {group.area ?? t('check.whatBlocks')}
      </Box>
      <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
        {countsOf(group)}
      </Box>
    </Typography>
  );
}

function useOpenedCheck() {
  const [params, setParams] = useSearchParams();
  const opened = params.get('check');
  const toggle = (id: string) =>
    setParams(
      before => {
        const next = new URLSearchParams(before);
        if (opened === id) next.delete('check');
        else next.set('check', id);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return { opened, toggle };
}

function Groups({ scorecard }: { scorecard: Scorecard }) {
  const { opened, toggle } = useOpenedCheck();
  return groupChecks(scorecard).map(group => (
    <Box key={group.area ?? ''}>
      <GroupTitle group={group} />
      <Box sx={{ borderTop: 1, borderColor: 'divider' }}>
        {group.checks.map(check => (
          <CheckRow
            key={check.id}
            check={check}
            blocks={scorecard.gate.blockers.includes(check.id)}
            open={opened === check.id}
            onToggle={() => toggle(check.id)}
          />
        ))}
      </Box>
    </Box>
  ));
}

/**
 * The checks by area, what blocks first; which are shown and which one is open
 * stands in the URL.
 */
export function CheckList({ scorecard }: { scorecard: Scorecard }) {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const { filter, change } = useCheckFilter();
  const checks = filterChecks(scorecard.checks, filter);
  return (
    <>
      <CheckFilterBar
        checks={scorecard.checks}
        filter={filter}
        shown={checks.length}
        onChange={change}
      />
      {checks.length ? (
        <Groups scorecard={{ ...scorecard, checks }} />
      ) : (
        <Notice
          kind="empty"
          title={t('check.noneFound')}
          action={
            <Button onClick={() => change({ search: '' })}>
              {t('check.clear')}
            </Button>
          }
        >
          {t('check.noneFoundHelp')}
        </Notice>
      )}
    </>
  );
}
