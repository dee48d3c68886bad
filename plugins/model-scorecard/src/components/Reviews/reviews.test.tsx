import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { httpError, scorecardFor } from '../../__testUtils__/fakeScorecards';
import { renderTab } from '../../__testUtils__/renderTab';

describe('Reviews', () => {
  it('show who must decide and what was decided', async () => {
    renderTab();
    expect(
      await screen.findByText('waits for ethics-reviewer'),
    ).toBeInTheDocument();
    const list = await screen.findByRole('list', {
      name: 'Decisions, newest first',
    });
    expect(list).toHaveTextContent('reviewer: approved');
    expect(list).toHaveTextContent('Figures and limits read.');
  });

  it('record a decision in a role that the reader holds', async () => {
    const api = renderTab();
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Comment' }),
      'Parity is off.',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Reject for prod' }),
    );
    expect(
      await screen.findByText('On record: rejected as ethics-reviewer.'),
    ).toBeInTheDocument();
    expect(api.createReview).toHaveBeenCalledWith({
      subject: scorecardFor().subject,
      environment: 'prod',
      role: 'ethics-reviewer',
      decision: 'reject',
      comment: 'Parity is off.',
    });
  });

  it('need a comment', async () => {
    renderTab();
    expect(
      await screen.findByRole('button', { name: 'Approve for prod' }),
    ).toBeDisabled();
  });

  it.each([
    [403, 'You can’t decide about this version'],
    [409, 'The content of this version has changed since you opened it'],
    [503, 'Your decision was not recorded'],
  ])(
    'explain a refusal with %s and keep the comment',
    async (status, title) => {
      renderTab({
        createReview: () =>
          Promise.reject(httpError(status, 'you produced it')),
      });
      const comment = await screen.findByRole('textbox', { name: 'Comment' });
      await userEvent.type(comment, 'Fine.');
      await userEvent.click(
        screen.getByRole('button', { name: 'Approve for prod' }),
      );
      expect(await screen.findByText(title)).toBeInTheDocument();
      expect(comment).toHaveValue('Fine.');
    },
  );

  it('tell who decides to somebody without a role', async () => {
    renderTab({
      listRoles: async () => ({
        items: [
          {
            name: 'reviewer',
            groups: ['group:default/model-risk'],
            held: false,
          },
        ],
        totalItems: 1,
      }),
    });
    expect(
      await screen.findByText(/Who decides: reviewer \(model-risk\)/),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('textbox', { name: 'Comment' }),
    ).not.toBeInTheDocument();
  });

  it('say what failed without hiding the checks', async () => {
    renderTab({ listReviews: () => Promise.reject(httpError(500)) });
    expect(
      await screen.findByText('The reviews could not be loaded'),
    ).toBeInTheDocument();
    expect(screen.getByText('Statistical parity')).toBeInTheDocument();
  });
});
