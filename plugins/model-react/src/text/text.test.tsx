import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DateTime } from 'luxon';
import { DigestText } from './DigestText';
import { FreshnessText } from './FreshnessText';
import { formatMoney } from './money';
import { MoneyText } from './MoneyText';
import { RelativeTime } from './RelativeTime';
import { formatAge, formatDay, formatInstant } from './time';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

describe('times', () => {
  const now = DateTime.fromISO('2026-11-21T00:00:00Z', { zone: 'utc' });

  it('are written in UTC', () => {
    expect(formatInstant('2026-11-19T01:02:59+02:00')).toBe(
      '2026-11-18 23:02 UTC',
    );
    expect(formatDay('2026-11-19', now)).toBe('19 Nov');
    expect(formatDay('2025-11-19', now)).toBe('19 Nov 2025');
    expect(formatAge('2026-11-19T00:00:00Z', now)).toBe('2 days ago');
  });

  it('show their age and keep the exact time', async () => {
    const at = DateTime.utc().minus({ hours: 3, minutes: 1 }).toISO();
    renderInTestApp(<RelativeTime at={at} />);
    expect(await screen.findByText('3 hours ago')).toHaveAttribute(
      'title',
      formatInstant(at),
    );
  });
});

describe('money', () => {
  it('has three significant places until hovered', async () => {
    renderInTestApp(<MoneyText micros={1234567890} currency="USD" />);
    expect(await screen.findByText('USD 1,230')).toHaveAttribute(
      'title',
      'USD 1,234.57',
    );
  });

  it('keeps less than a cent', () => {
    expect(formatMoney(1500, 'EUR', { exact: true })).toBe('EUR 0.0015');
    expect(formatMoney(0, 'EUR', { exact: true })).toBe('EUR 0.00');
  });
});

describe('FreshnessText', () => {
  it('tells coverage and the closed day', async () => {
    renderInTestApp(
      <FreshnessText closedUntil="2031-11-19" coverage={0.934} />,
    );
    expect(
      await screen.findByText('until 19 Nov 2031, 93 % labelled'),
    ).toBeInTheDocument();
  });

  it('says stale without hovering', async () => {
    renderInTestApp(<FreshnessText label="examples" state="stale" />);
    expect(await screen.findByText('examples, Stale')).toBeInTheDocument();
  });
});

describe('DigestText', () => {
  it('is short and says when nothing was verified', async () => {
    renderInTestApp(<DigestText digest={digest} digestKind="record" />);
    expect(await screen.findByText('sha256:0123456789ab…')).toBeInTheDocument();
    expect(screen.getByText('unverified content')).toBeInTheDocument();
  });

  it('copies the whole digest', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    renderInTestApp(<DigestText digest={digest} copy />);
    await user.click(
      await screen.findByRole('button', { name: /^Copy digest/ }),
    );
    expect(
      await screen.findByRole('button', { name: 'Digest copied' }),
    ).toBeInTheDocument();
    expect(write).toHaveBeenCalledWith(digest);
  });
});
