import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { assertAccessible, launch, portal, signIn } from '../portal/browser.ts';

let browser: Browser;

before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
});

const assistant = '/catalog/default/model/support-assistant/cost';

/** Texts of the first column of the table of days, latest first. */
async function daysOf(page: Page): Promise<string[]> {
  const table = page.getByRole('table', { name: 'Cost per day' });
  await table.getByText('All days').waitFor();
  return table.getByRole('rowheader').allTextContents();
}

test('FinOps asks what a model costs and whether to believe it', async t => {
  const { page } = await signIn(browser, 'FinOps');

  await t.test('compares models by their cost', async () => {
    await page.goto(`${portal.appUrl}/models`);
    await page.getByText('Cost of 30 days').waitFor();
    await page.getByText(/^USD 4,9\d\d$/).waitFor();
  });

  await t.test('sees unit costs with their volume', async () => {
    await page.goto(`${portal.appUrl}${assistant}`);
    const units = () =>
      page.getByText('30 of 30 days have cost and use').waitFor();
    await units();
    await page.getByText(/^of 248,\d{3}$/).waitFor();
    await page.getByText('too few: below 1,000').waitFor();
    await assertAccessible(page, units);
  });

  await t.test('splits by tenant over 90 days, by the address', async () => {
    const url =
      '/catalog/default/model/credit-risk/cost?groupBy=tenant&days=90';
    await page.goto(`${portal.appUrl}${url}`);
    await page.getByText(/in 60 of the last 90 days/).waitFor();
    const days = await daysOf(page);
    assert.equal(days.length, 91);
    await page.getByText('globex').first().waitFor();
  });

  await t.test('takes the figures along as CSV', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download CSV' }).click(),
    ]);
    const lines = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\n');
    assert.match(lines[0], /^date,state,tenant,currency,total,cpu,/);
    assert.equal(
      new Set(lines.slice(1).map(line => line.slice(0, 10))).size,
      90,
    );
  });

  await t.test('sees what one service of the model costs', async () => {
    await page.goto(
      `${portal.appUrl}/catalog/default/component/credit-risk-api`,
    );
    const shown = () =>
      page.getByText(/^USD 1\d\d in the last 30 days/).waitFor();
    await shown();
    await assertAccessible(page, shown);
  });
});

test('days are those of UTC, also where clocks change', async () => {
  const utc = await signIn(browser, 'FinOps');
  const berlin = await signIn(browser, 'FinOps', 'Europe/Berlin');
  const shown: string[][] = [];
  for (const { page } of [utc, berlin]) {
    await page.goto(`${portal.appUrl}${assistant}?days=90`);
    shown.push(await daysOf(page));
  }
  assert.equal(new Set(shown[0]).size, 91);
  assert.deepEqual(shown[1], shown[0]);
});
