import { ModelSource, SyncRun } from '@modelyard/plugin-model-catalog-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { httpError } from '../../__testUtils__/fakeModels';
import {
  endedRun,
  failedSource,
  freshSource,
  holdingSource,
  neverReadSource,
  problems,
} from '../../__testUtils__/fakeSources';
import { address, renderSources } from '../../__testUtils__/renderSources';

const listing = (...items: ModelSource[]) => ({
  listSources: async () => ({ items }),
});

const section = (name: string) => screen.findByRole('region', { name });

const syncButton = (source: string) =>
  screen.findByRole('button', { name: `Sync now: ${source}` });

/** Presses the button, once the permission to do so is known. */
async function sync(source: string) {
  const button = await syncButton(source);
  await waitFor(() => expect(button).toBeEnabled());
  await userEvent.click(button);
}

describe('Sources', () => {
  it('answers in one sentence', async () => {
    renderSources(
      listing(freshSource, failedSource, neverReadSource, holdingSource),
    );
    expect(
      await screen.findByText(
        '2 of 4 sources are fresh; prod-mlflow failed 12 minutes ago; kubeflow was never read; the removal of 120 models and 800 versions waits for you.',
      ),
    ).toBeInTheDocument();
  });

  it('says so while it reads', async () => {
    renderSources({ listSources: () => new Promise(() => {}) });
    expect(await screen.findByText('Reading the sources.')).toBeInTheDocument();
    expect(screen.getByRole('status', { name: 'Loading' })).toHaveAttribute(
      'aria-busy',
      'true',
    );
  });

  it('is brief when all is well', async () => {
    renderSources(listing(freshSource, { ...freshSource, id: 'other' }));
    expect(
      await screen.findByText('All 2 sources are fresh.'),
    ).toBeInTheDocument();
  });

  it('tells of each source when it was read, what it holds and what failed', async () => {
    renderSources();
    const fresh = await section('examples');
    expect(fresh).toHaveTextContent('Fresh');
    expect(fresh).toHaveTextContent('Last success2 minutes ago');
    expect(fresh).toHaveTextContent('Last run0.8 s, 0 rows written');
    expect(fresh).toHaveTextContent('Next runin 3 minutes');
    expect(fresh).toHaveTextContent('Versions1,225');
    expect(within(fresh).getByText('2 minutes ago')).toHaveAttribute(
      'title',
      expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d UTC$/),
    );
    const failed = await section('prod-mlflow');
    expect(failed).toHaveTextContent('Failed');
    expect(failed).toHaveTextContent('3 min 5 s, 12 rows written');
    expect(failed).toHaveTextContent('due now');
    expect(failed).toHaveTextContent('and when the registry calls');
    expect(within(failed).getByRole('alert')).toHaveTextContent(
      'The last run failed 12 minutes ago: http://mlflow.example.com does not answer. What was read before stays.',
    );
  });

  it('says of a source that was never read what there is to say', async () => {
    renderSources(listing(neverReadSource));
    const source = await section('kubeflow');
    expect(source).toHaveTextContent('Last successnever');
    expect(source).toHaveTextContent('Last runnone yet');
    expect(source).toHaveTextContent('Next runonly by hand');
  });

  it('leads from a count to the list of what was counted', async () => {
    renderSources();
    await userEvent.click(
      await screen.findByRole('link', {
        name: '3 vanished from prod-mlflow; show them',
      }),
    );
    expect(address()).toHaveTextContent('list=removed&source=prod-mlflow');
    expect(
      screen.getByRole('heading', { name: 'What needs a look' }),
    ).toHaveFocus();
  });

  it('folds problems when there are many', async () => {
    renderSources(listing({ ...freshSource, problems: problems(27) }));
    const table = await screen.findByRole('table', {
      name: 'Problems of examples',
    });
    expect(within(table).getAllByRole('row')).toHaveLength(4);
    expect(within(table).getAllByRole('row')[1]).toHaveTextContent(
      'models/m0/model.yaml:1value 0 is no ownerread, but for this/spec/owner',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all 27 problems' }),
    );
    expect(within(table).getAllByRole('row')).toHaveLength(28);
  });

  it('says where sources come from when there is none', async () => {
    renderSources(listing());
    expect(
      await screen.findByText('No source is configured'),
    ).toBeInTheDocument();
  });

  it('can be tried again after a failure', async () => {
    const api = renderSources({
      listSources: () => Promise.reject(httpError(503)),
    });
    expect(
      await screen.findByText('The sources could not be loaded'),
    ).toBeInTheDocument();
    api.listSources.mockResolvedValue({ items: [freshSource] });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await section('examples')).toBeInTheDocument();
  });

  it('says who can give access', async () => {
    renderSources({ listSources: () => Promise.reject(httpError(403)) });
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
  });

  it('reads again while a source is being read', async () => {
    const api = renderSources(listing({ ...freshSource, isRunning: true }));
    expect(await section('examples')).toHaveTextContent('Being read now');
    expect(await syncButton('examples')).toBeDisabled();
    api.listSources.mockResolvedValue({
      items: [{ ...freshSource, isRunning: false }],
    });
    await waitFor(
      () =>
        expect(screen.queryByText(/Being read now/)).not.toBeInTheDocument(),
      { timeout: 10_000 },
    );
  });
});

describe('Sync now', () => {
  it('follows the run, then reads everything again', async () => {
    const running: SyncRun = { ...endedRun, state: 'running', written: 5 };
    const api = renderSources();
    api.getSyncRun.mockResolvedValueOnce(running);
    await sync('examples');
    expect(
      screen.getByRole('progressbar', { name: /^examples is being read/ }),
    ).toBeInTheDocument();
    expect(await syncButton('examples')).toBeDisabled();
    expect(
      await screen.findByText('examples is being read: 5 rows written so far.'),
    ).toBeInTheDocument();
    const before = api.listSources.mock.calls.length;
    expect(
      await screen.findByText('examples was read in 1.4 s: 12 rows written.'),
    ).toBeInTheDocument();
    expect(api.syncSource).toHaveBeenCalledWith('examples', undefined);
    expect(api.getSyncRun).toHaveBeenCalledWith(
      'examples',
      'run-1',
      expect.anything(),
    );
    expect(api.listSources.mock.calls.length).toBeGreaterThan(before);
  });

  it('says why the run failed', async () => {
    renderSources({
      getSyncRun: async () => ({
        ...endedRun,
        state: 'failed',
        error: 'the token has expired',
      }),
    });
    await sync('examples');
    expect(
      await screen.findByText(
        'The run of examples failed: the token has expired. What was read before stays.',
      ),
    ).toBeInTheDocument();
  });

  it('says when the run can not be followed any more', async () => {
    renderSources({ getSyncRun: () => Promise.reject(httpError(503)) });
    await sync('examples');
    expect(
      await screen.findByText(
        'The run of examples can not be followed: the backend said no. It may still go on.',
      ),
    ).toBeInTheDocument();
    expect(await syncButton('examples')).toBeEnabled();
  });

  it('says why it did not start', async () => {
    renderSources({ syncSource: () => Promise.reject(httpError(503)) });
    await sync('examples');
    expect(
      await screen.findByText(
        'The sync of examples did not start: the backend said no',
      ),
    ).toBeInTheDocument();
    expect(await syncButton('examples')).toBeEnabled();
  });
});

describe('Accept removals', () => {
  it('says what will happen, and asks first', async () => {
    const api = renderSources(listing(holdingSource));
    const source = await section('hub');
    expect(source).toHaveTextContent(
      'The source no longer lists 120 models and 800 versions. Nothing was removed.',
    );
    const accept = within(source).getByRole('button', {
      name: 'Accept removals',
    });
    await waitFor(() => expect(accept).toBeEnabled());
    await userEvent.click(accept);
    const dialog = await screen.findByRole('dialog', {
      name: 'Accept the removals of hub?',
    });
    expect(dialog).toHaveTextContent('Nothing is deleted');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Keep everything' }),
    );
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(api.syncSource).not.toHaveBeenCalled();
  });

  it('reads the source again once confirmed', async () => {
    const api = renderSources(listing(holdingSource));
    const accept = await screen.findByRole('button', {
      name: 'Accept removals',
    });
    await waitFor(() => expect(accept).toBeEnabled());
    await userEvent.click(accept);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Read hub and remove what is missing',
      }),
    );
    expect(api.syncSource).toHaveBeenCalledWith('hub', {
      acceptRemovals: true,
    });
    expect(
      await screen.findByText('hub was read in 1.4 s: 12 rows written.'),
    ).toBeInTheDocument();
  });
});

describe('Models page', () => {
  it('leads to the sources and says how they are', async () => {
    renderSources({}, { at: '/models' });
    await userEvent.click(
      await screen.findByRole('link', { name: 'Sources: 1 fresh, 1 failed' }),
    );
    expect(address()).toHaveTextContent('/models/sources');
    await userEvent.click(
      await screen.findByRole('link', { name: 'All models' }),
    );
    expect(address()).toHaveTextContent(/^\/models$/);
  });
});
