import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LoadingRows } from '../notice/LoadingRows';
import { LoadFailure } from './LoadFailure';
import { useLoad } from './useLoad';

function Page(props: { load: () => Promise<string> }) {
  const { value, error, loading, reload } = useLoad(props.load, [props.load]);
  if (error)
    return <LoadFailure error={error} what="The list" retry={reload} />;
  return loading ? <LoadingRows /> : <p>{value}</p>;
}

function failure(statusCode: number) {
  return Object.assign(new Error('registry is down'), { statusCode });
}

describe('useLoad with LoadFailure', () => {
  it('shows that it loads, then what was loaded', async () => {
    renderInTestApp(<Page load={async () => 'seven models'} />);
    expect(await screen.findByText('seven models')).toBeInTheDocument();
  });

  it('tries again', async () => {
    const load = jest
      .fn<Promise<string>, []>()
      .mockRejectedValueOnce(failure(503))
      .mockResolvedValue('seven models');
    renderInTestApp(<Page load={load} />);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The list could not be loaded',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('seven models')).toBeInTheDocument();
  });

  it.each([403, 404])('says who can give access on %s', async status => {
    renderInTestApp(<Page load={() => Promise.reject(failure(status))} />);
    expect(await screen.findByText(/can give you access/)).toBeVisible();
  });
});
