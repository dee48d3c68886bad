import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { ModelCard } from './ModelCard';

const picture = 'https://evil.example.com/p.png';

/** Addresses that a browser would fetch for what is on the page. */
function fetched(): (string | null)[] {
  const elements = document.querySelectorAll(
    '[src], [srcset], [data], [poster], [style*="url("]',
  );
  return [...elements].flatMap(element =>
    ['src', 'srcset', 'data', 'poster', 'style']
      .map(name => element.getAttribute(name))
      .filter(Boolean),
  );
}

async function renderCard(text: string) {
  renderInTestApp(<ModelCard text={`${text}\n\nThe end.`} />);
  expect(await screen.findByText('The end.')).toBeInTheDocument();
}

describe('ModelCard', () => {
  it.each([
    ['a picture', `![Loans](${picture})`],
    ['a picture by reference', `![Loans][logo]\n\n[logo]: ${picture}`],
    ['a picture in a link', `[![Loans](${picture})](https://example.com)`],
    ['an image in HTML', `<img src="${picture}" srcset="${picture} 2x">`],
    ['HTML with a style', `<p style="background: url(${picture})">x</p>`],
    [
      'a video, a frame and an object',
      `<video poster="${picture}"></video>\n\n<iframe src="${picture}"></iframe>\n\n<object data="${picture}"></object>`,
    ],
  ])('fetches nothing for %s', async (_, text) => {
    await renderCard(text);
    expect(fetched().join(' ')).not.toContain('evil.example.com');
  });

  it('keeps what a picture is called', async () => {
    await renderCard(`![Loans by age](${picture})`);
    expect(screen.getByAltText('Loans by age')).toBeInTheDocument();
  });

  it.each([
    ['javascript', 'javascript:alert(1)'],
    ['javascript in capitals', 'JaVaScRiPt:alert(1)'],
    ['javascript in entities', '&#106;avascript:alert(1)'],
    ['vbscript', 'vbscript:alert(1)'],
    ['data', 'data:text/html,<script>alert(1)</script>'],
  ])('makes no link of %s', async (_, address) => {
    await renderCard(
      `[Trap](${address}) [Other][trap] <a href="${address}">Third</a>\n\n[trap]: ${address}`,
    );
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('links to http and https', async () => {
    await renderCard('[Paper](https://example.com/paper)');
    expect(screen.getByRole('link', { name: /Paper/ })).toHaveAttribute(
      'href',
      'https://example.com/paper',
    );
  });
});
