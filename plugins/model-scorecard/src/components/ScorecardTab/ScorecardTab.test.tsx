import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  fairnessRecord,
  fakeScorecards,
  httpError,
  modelRef,
  scorecardFor,
} from '../../__testUtils__/fakeScorecards';
import { renderTab } from '../../__testUtils__/renderTab';

describe('ScorecardTab', () => {
  it('answers in one sentence, with tier, pack and what was moved', async () => {
    renderTab();
    expect(
      await screen.findByText('Blocked for prod by 2 of 3 checks.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        /Registered tier: high · Check pack default, version 1 · example data, dates moved/,
      ),
    ).toBeInTheDocument();
  });

  it('lists what blocks first, each with its figure against the bound', async () => {
    renderTab();
    const rows = await screen.findAllByRole('button', {
      name: /blocks|licence/,
    });
    expect(rows[0]).toHaveTextContent('FailStatistical parity');
    expect(rows[1]).toHaveTextContent('No evidenceHuman approval');
    expect(rows[2]).toHaveTextContent('PassLicence');
    expect(
      within(rows[0]).getByRole('img', {
        name: '-0.12 (-0.16 to -0.08); allowed -0.1 to 0.1',
      }),
    ).toBeInTheDocument();
    expect(rows[0]).toHaveTextContent(/signed, .* ago/);
    expect(rows[2]).toHaveTextContent('example data, dates moved');
  });

  it('opens a check: why, what to do next, slices, who produced the evidence', async () => {
    const api = renderTab();
    await userEvent.click(
      await screen.findByRole('button', { name: /Statistical parity/ }),
    );
    expect(
      await screen.findByText('Mitigate and measure again.'),
    ).toBeInTheDocument();
    const slices = screen.getByRole('table', { name: 'Slices' });
    expect(
      within(slices).getByText('sex: F against M (closest to the bound)'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('fairness, measured by fairlearn 0.15.0'),
    ).toBeInTheDocument();
    expect(screen.getByText('training-pipeline')).toBeInTheDocument();
    expect(screen.getByText('loans-2026q3, test, n 8,200')).toBeInTheDocument();
    expect(api.getEvidence).toHaveBeenCalledWith(
      'e-fairness',
      expect.anything(),
    );
  });

  it('shows the checks that are searched for, and all of them again', async () => {
    renderTab({}, {}, '?verdict=pass');
    expect(await screen.findByText('1 check')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /Licence/ })).toBeInTheDocument();
    await userEvent.type(screen.getByRole('searchbox'), 'parity');
    expect(await screen.findByText('No check matches')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all checks' }),
    );
    expect(await screen.findByText('3 checks')).toBeInTheDocument();
  });

  it('draws partial dependence, and saves the report behind it', async () => {
    const saved: string[] = [];
    URL.createObjectURL = jest.fn(() => 'blob:report');
    URL.revokeObjectURL = jest.fn();
    jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function click(this: HTMLAnchorElement) {
        saved.push(this.download);
      });
    const api = renderTab({
      getEvidence: async () => ({
        ...fairnessRecord,
        kind: 'partial-dependence',
        raw: { digest: `sha256:${'0123456789abcdef'.repeat(4)}` },
        metrics: ['18', '40', '65'].map((group, value) => ({
          key: 'effect',
          value,
          slice: { attr: 'age', group },
        })),
      }),
      getEvidenceDocument: async () => '{}',
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /Statistical parity/ }),
    );
    expect(
      await screen.findByRole('img', {
        name: 'Effect of age on the prediction',
      }),
    ).toBeInTheDocument();
    expect(screen.getByRole('cell', { name: '65' })).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Save the report' }),
    );
    await waitFor(() =>
      expect(saved).toEqual(['partial-dependence-0123456789ab.json']),
    );
    expect(api.getEvidenceDocument).toHaveBeenCalledWith('e-fairness');
  });

  it('shows every run, so that none is picked unseen', async () => {
    const card = scorecardFor();
    const run = { ...fairnessRecord, metrics: [{ key: 'spd', value: -0.12 }] };
    const api = renderTab({
      getScorecard: async () => ({
        ...card,
        checks: card.checks.map(check => ({ ...check, runs: 3 })),
      }),
      getEvidence: async () => run,
      listEvidence: async () => ({
        items: [
          run,
          { ...run, id: 'e-2', metrics: [{ key: 'spd', value: -0.31 }] },
          { ...run, id: 'e-3', usable: false, metrics: [] },
        ],
        totalItems: 4,
      }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /Statistical parity/ }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show all runs of fairness' }),
    );
    const table = await screen.findByRole('table', {
      name: 'All runs of fairness',
    });
    const rows = within(table).getAllByRole('row');
    expect(rows[1]).toHaveTextContent(/-0.12counts$/);
    expect(rows[2]).toHaveTextContent(/-0.31not the one that counts$/);
    expect(rows[3]).toHaveTextContent(/proves nothing$/);
    expect(screen.getByText('The newest 3 of 4 runs.')).toBeInTheDocument();
    expect(api.listEvidence).toHaveBeenCalledWith(
      { model: modelRef, version: '8', kind: 'fairness', limit: 50 },
      expect.anything(),
    );
  });

  it('draws no slice where there is neither a bound nor an interval', async () => {
    const card = scorecardFor();
    renderTab({
      getScorecard: async () => ({
        ...card,
        checks: card.checks.map(({ bound, slices, ...check }) => ({
          ...check,
          slices: slices?.map(({ interval, ...slice }) => slice),
        })),
      }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /Statistical parity/ }),
    );
    const slices = await screen.findByRole('table', { name: 'Slices' });
    expect(within(slices).getByText('sex: F against M')).toBeInTheDocument();
    expect(within(slices).queryByRole('img')).not.toBeInTheDocument();
  });

  it('asks about another environment', async () => {
    const api = renderTab();
    await userEvent.click(await screen.findByRole('button', { name: 'dev' }));
    expect(
      await screen.findByText('Open for dev: none of 3 checks blocks.'),
    ).toBeInTheDocument();
    expect(api.getScorecard).toHaveBeenLastCalledWith(
      modelRef,
      '8',
      'dev',
      expect.anything(),
    );
  });

  it('shows the version that the URL names', async () => {
    const api = renderTab({}, {}, '?version=7&environment=staging');
    await screen.findByText('Open for staging: none of 3 checks blocks.');
    expect(api.getScorecard).toHaveBeenLastCalledWith(
      modelRef,
      '7',
      'staging',
      expect.anything(),
    );
  });

  it('says when no tier is registered', async () => {
    renderTab({
      getScorecard: async () => ({ ...scorecardFor(), tier: undefined }),
    });
    expect(
      await screen.findByText(/the strictest rules apply/),
    ).toBeInTheDocument();
  });

  it('says what a pack without checks needs', async () => {
    renderTab({
      getScorecard: async () => ({ ...scorecardFor('dev'), checks: [] }),
    });
    expect(
      await screen.findByText('The check pack has no check'),
    ).toBeInTheDocument();
  });

  it('says why there is no scorecard without a version', async () => {
    renderTab({}, { listVersions: async () => ({ items: [], totalItems: 0 }) });
    expect(
      await screen.findByText('There is no version to check'),
    ).toBeInTheDocument();
  });

  it('can be tried again after a failure', async () => {
    const api = fakeScorecards();
    const getScorecard = jest
      .fn(api.getScorecard)
      .mockRejectedValueOnce(httpError(503));
    renderTab({ getScorecard });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByText('Blocked for prod by 2 of 3 checks.'),
    ).toBeInTheDocument();
  });

  it('says who can give access', async () => {
    renderTab({ getScorecard: () => Promise.reject(httpError(403)) });
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
  });
});
