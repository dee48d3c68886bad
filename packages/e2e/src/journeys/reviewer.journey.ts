import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import {
  assertAccessible,
  launch,
  openTab,
  picture,
  portal,
  signIn,
} from '../portal/browser.ts';

const version8 = '/catalog/default/model/credit-risk/versions/8';
let browser: Browser;

before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
});

async function decide(page: Page, button: string, comment: string) {
  await page.getByLabel('Comment').fill(comment);
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('listitem').filter({ hasText: comment }).waitFor();
}

test('a reviewer reads the evidence and rejects; approvals of both roles open the gate', async t => {
  const { page } = await signIn(browser, 'Reviewer');

  await t.test('the Models page leads to the version that waits', async () => {
    await page.getByRole('link', { name: 'Credit risk' }).click();
    await openTab(page, 'Versions');
    await page.getByRole('link', { name: '8', exact: true }).first().click();
    await page.getByText('Blocked for prod by 1 of 31 checks.').waitFor();
    await assertAccessible(page, () =>
      page.getByText('Blocked for prod by 1 of 31 checks.').waitFor(),
    );
    await picture(page, 'scorecard');
  });

  await t.test('a check opens to its evidence', async () => {
    await page.getByRole('button', { name: /Statistical parity/ }).click();
    await page.getByText('fairlearn', { exact: false }).first().waitFor();
  });

  await t.test('a rejection closes the gate and says so', async () => {
    await decide(
      page,
      'Reject for prod',
      'The interval has not been explained.',
    );
    await page.getByText('Blocked for prod by 1 of 31 checks.').waitFor();
  });

  await t.test(
    'the second reviewer approves, and one approval is not enough',
    async () => {
      const ethics = await signIn(browser, 'Ethics reviewer');
      await ethics.page.goto(portal.appUrl + version8);
      await decide(ethics.page, 'Approve for prod', 'No group is worse off.');
      await ethics.page
        .getByText('Blocked for prod by 1 of 31 checks.')
        .waitFor();
      await ethics.context.close();
    },
  );

  await t.test(
    'the reviewer changes the decision, and prod opens',
    async () => {
      await page.reload();
      await decide(page, 'Approve for prod', 'Explained in the card by now.');
      await page
        .getByText('Open for prod: none of 31 checks blocks.')
        .waitFor();
    },
  );

  await t.test('the chain of the audit list holds', async () => {
    const response = await fetch(
      `${portal.backendUrl}/api/model-scorecard/audit/verify`,
      { headers: { Authorization: `Bearer ${portal.token}` } },
    );
    const { ok } = await response.json();
    assert.equal(ok, true);
  });
});

test('who made the version sees why they may not approve it', async () => {
  const { page, context } = await signIn(browser, 'Data scientist');
  await page.goto(portal.appUrl + version8);
  await page.getByText('Open for prod: none of 31 checks blocks.').waitFor();
  await page
    .getByText('You hold no reviewing role, so you can read but not decide.')
    .waitFor();
  assert.equal(
    await page.getByRole('button', { name: 'Approve for prod' }).count(),
    0,
  );
  await context.close();
});
