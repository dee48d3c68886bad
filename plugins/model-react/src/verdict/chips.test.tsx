import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { SourceStateChip } from '../source/SourceStateChip';
import { GateChip } from './GateChip';
import { Verdict, verdicts } from './verdict';
import { VerdictChip } from './VerdictChip';

describe('VerdictChip', () => {
  const words: Record<Verdict, string> = {
    pass: 'Pass',
    fail: 'Fail',
    no_evidence: 'No evidence',
    insufficient: 'Insufficient',
    stale: 'Stale',
    invalid: 'Invalid',
    error: 'Error',
    waived: 'Waived',
    not_applicable: 'Not applicable',
  };

  it.each(verdicts)('says %s in words', async verdict => {
    renderInTestApp(<VerdictChip verdict={verdict} />);
    expect(await screen.findByText(words[verdict])).toBeInTheDocument();
  });

  it('says when a waiver ends', async () => {
    renderInTestApp(
      <VerdictChip verdict="waived" until="2031-02-03T00:00:00Z" />,
    );
    expect(
      await screen.findByText('Waived until 3 Feb 2031'),
    ).toBeInTheDocument();
  });
});

describe('GateChip', () => {
  it('counts and names what closes the gate', async () => {
    renderInTestApp(
      <GateChip
        state="closed"
        environment="prod"
        blockers={['fair.spd', 'doc.card']}
      />,
    );
    expect(
      await screen.findByText('prod closed · 2 blockers'),
    ).toBeInTheDocument();
    expect(
      screen.getByTitle('Blocked by fair.spd, doc.card'),
    ).toBeInTheDocument();
  });

  it('says that it is open', async () => {
    renderInTestApp(<GateChip state="open" />);
    expect(await screen.findByText('Open')).toBeInTheDocument();
  });
});

describe('SourceStateChip', () => {
  it.each([
    ['fresh', 'Fresh'],
    ['stale', 'Stale'],
    ['failed', 'Failed'],
  ] as const)('says %s in words', async (state, word) => {
    renderInTestApp(<SourceStateChip state={state} />);
    expect(await screen.findByText(word)).toBeInTheDocument();
  });
});
