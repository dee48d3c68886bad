import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
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
