import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { auditEntry } from '../../__testUtils__/fakeScorecards';
import { renderTab } from '../../__testUtils__/renderTab';

describe('Audit list', () => {
  it('shows entries and that the chain holds', async () => {
    renderTab();
    expect(
      await screen.findByText('The chain holds: 3 entries checked.'),
    ).toBeInTheDocument();
    const table = await screen.findByRole('table', { name: 'Audit list' });
    expect(table).toHaveTextContent('decision: approve');
    expect(table).not.toHaveTextContent('nested');
  });

  it('says where the chain is broken', async () => {
    renderTab({
      verifyAudit: async () => ({
        ok: false,
        entries: 3,
        firstBadEntry: { id: 'a-1', reason: 'the hash differs' },
      }),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The chain is broken at entry a-1: the hash differs.',
    );
  });

  it('says what will be here when nothing is on record', async () => {
    renderTab({ listAudit: async () => ({ items: [], totalItems: 0 }) });
    expect(
      await screen.findByText('Nothing is on record yet'),
    ).toBeInTheDocument();
  });

  it('turns to older entries', async () => {
    const api = renderTab({
      listAudit: async ({ cursor }) => ({
        items: [{ ...auditEntry, sequence: cursor ? 1 : 3 }],
        totalItems: 2,
        nextCursor: cursor ? undefined : 'more',
      }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Older entries' }),
    );
    expect(await screen.findByRole('cell', { name: '1' })).toBeInTheDocument();
    expect(api.listAudit).toHaveBeenLastCalledWith(
      expect.objectContaining({ cursor: 'more' }),
      expect.anything(),
    );
  });
});
