import { Scorecard } from '@modelyard/plugin-model-scorecard-common';
import Box from '@mui/material/Box';
import { useSearchParams } from 'react-router-dom';
import { sortChecks } from '../../domain/sortChecks';
import { CheckRow } from './CheckRow';

/** All checks, what blocks first; which one is open stands in the URL. */
export function CheckList({ scorecard }: { scorecard: Scorecard }) {
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
  return (
    <Box sx={{ borderTop: 1, borderColor: 'divider' }}>
      {sortChecks(scorecard).map(check => (
        <CheckRow
          key={check.id}
          check={check}
          blocks={scorecard.gate.blockers.includes(check.id)}
          open={opened === check.id}
          onToggle={() => toggle(check.id)}
        />
      ))}
    </Box>
  );
}
