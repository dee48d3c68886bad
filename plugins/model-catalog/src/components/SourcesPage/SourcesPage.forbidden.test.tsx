// A file of its own, because permissions are remembered from test to test.
import { screen, within } from '@testing-library/react';
import { holdingSource } from '../../__testUtils__/fakeSources';
import { renderSources } from '../../__testUtils__/renderSources';

describe('Sources, for those who may not administer them', () => {
  it('shows everything and says why nothing can be done', async () => {
    renderSources(
      { listSources: async () => ({ items: [holdingSource] }) },
      { mayNot: true },
    );
    const why = await screen.findByText(/a platform engineer can sync/);
    const source = screen.getByRole('region', { name: 'hub' });
    const button = within(source).getByRole('button', {
      name: 'Sync now: hub',
    });
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription(why.textContent ?? '');
    expect(
      within(source).getByRole('button', { name: 'Accept removals' }),
    ).toBeDisabled();
    expect(
      screen.getByText(/waits for a platform engineer\.$/),
    ).toBeInTheDocument();
  });
});
