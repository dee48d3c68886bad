import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import {
  assertNoFindings,
  launch,
  picture,
  signIn,
} from '../portal/browser.ts';
import { next, openForm } from '../service/form.ts';

let browser: Browser;

before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
});

async function describeModel(page: Page) {
  const fill = (label: string, text: string) =>
    page.getByRole('textbox', { name: label }).fill(text);
  await page.getByRole('textbox', { name: /^Name/ }).fill('loan-limits');
  await fill('What it does', 'Proposes the limit of a loan.');
  await fill('Owner', 'Risk');
  await page.getByRole('option', { name: 'Risk ML' }).click();
  await page.getByLabel('Type', { exact: false }).first().fill('regressor');
  await page
    .getByLabel('Task', { exact: false })
    .first()
    .fill('tabular-regression');
  await page.getByLabel('Licence', { exact: false }).first().fill('Apache-2.0');
}

async function answerQuestions(page: Page) {
  const fill = (label: string, text: string) =>
    page.getByRole('textbox', { name: label }).fill(text);
  await fill('Intended use', 'Clerks see it beside an application.');
  await fill('Out of scope', 'Limits without a clerk.');
  for (const [question, answer] of [
    ['Prohibited practice', 'In none'],
    ['Area of Annex III', /^Essential services/],
    ['Biometric data', 'It uses none'],
  ] as const) {
    await page.getByRole('button', { name: question }).click();
    await page.getByRole('option', { name: answer }).click();
  }
  // A safety component? Decides about people? Reviewed? Talks? Generates? General?
  const answers = ['No', 'Yes', 'Yes', 'No', 'No', 'No'];
  for (const [place, name] of answers.entries())
    await page
      .getByRole('radiogroup')
      .nth(place)
      .getByRole('radio', { name })
      .check();
}

/** Puts a patch into a repository of models, as its reader is told to. */
function apply(patch: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'models-'));
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=Me', '-c', 'user.email=me@example.com', ...args],
      { cwd: folder, encoding: 'utf8' },
    );
  try {
    writeFileSync(join(folder, 'change.patch'), patch);
    git('init', '--quiet');
    git('commit', '--quiet', '--allow-empty', '--message', 'first');
    git('am', '--quiet', '--3way', 'change.patch');
    assert.ok(existsSync(join(folder, 'models/loan-limits/model.yaml')));
    return git('show', '--format=', '--name-only').trim().split('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('a data scientist registers a model by a change', async t => {
  const { page } = await signIn(browser, 'Data scientist');

  await t.test('describes it', async () => {
    await openForm(page, 'register-model');
    await describeModel(page);
    await assertNoFindings(page, 'form');
    await next(page);
    await page.getByText('Its weights, what it was made from').waitFor();
    await assertNoFindings(page, 'form');
    await next(page);
  });

  await t.test('sees the tier that its answers speak for', async () => {
    await answerQuestions(page);
    await page
      .getByText(/Annex III/)
      .first()
      .waitFor();
    await assertNoFindings(page, 'form');
    await picture(page, 'template-register-model');
    await next(page);
  });

  await t.test('gets a patch that git takes', async () => {
    await page.getByText('Where the files go').waitFor();
    await next(page);
    await page.getByRole('button', { name: 'Create' }).click();
    await page
      .getByRole('button', { name: 'Apply the patch' })
      .click({ timeout: 60_000 });
    const patch = page.locator('pre, code').filter({ hasText: /^From / });
    await patch.first().waitFor();
    const text = await patch.first().innerText();
    assert.deepEqual(
      apply(`${text.trimEnd()}\n`).filter(path => path.startsWith('models/')),
      ['models/loan-limits/cards/1.md', 'models/loan-limits/model.yaml'],
    );
  });
});
