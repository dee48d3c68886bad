import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { assertAccessible, launch, portal, signIn } from '../portal/browser.ts';

let browser: Browser;

before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
});

test('a platform engineer sees how the sources are and syncs one', async t => {
  const { page } = await signIn(browser, 'Platform engineer');
  const answered = () => page.getByText('The one source is fresh.').waitFor();

  await t.test('the Models page leads to the sources', async () => {
    await page.goto(`${portal.appUrl}/models`);
    await page.getByRole('link', { name: 'Sources: 1 fresh' }).click();
    await answered();
    await page.getByRole('tab', { name: /^Without owner \(\d+\)/ }).waitFor();
    await assertAccessible(page, answered);
  });

  await t.test('a sync by hand tells what came of it', async () => {
    await page.getByRole('button', { name: 'Sync now: examples' }).click();
    await page
      .getByText(/^examples was read in .*: 0 rows written\.$/)
      .waitFor();
    await answered();
  });

  await t.test('what needs a look stands in the address', async () => {
    await page.getByRole('tab', { name: /^Conflicts/ }).click();
    await page.getByText('No version is in conflict').waitFor();
    assert.match(page.url(), /\/models\/sources\?list=conflicts$/);
    await page.reload();
    await page.getByText('No version is in conflict').waitFor();
  });
});

test('who may not sync sees the sources and why', async () => {
  const { page, context } = await signIn(browser, 'Data scientist');
  await page.goto(`${portal.appUrl}/models/sources`);
  await page.getByText('You may look but not sync').waitFor();
  assert.equal(
    await page.getByRole('button', { name: 'Sync now: examples' }).isDisabled(),
    true,
  );
  await context.close();
});
