import type { Page } from 'playwright-core';
import { portal } from '../portal/browser.ts';

/** Opens the form of a template. */
export function openForm(page: Page, template: string) {
  return page.goto(`${portal.appUrl}/create/templates/default/${template}`);
}

/** Goes to the next step, or to the review behind the last. */
export function next(page: Page) {
  return page.getByRole('button', { name: /^(Next|Review)$/ }).click();
}

/** Chooses version 7 of credit-risk, and what its service is called. */
export async function chooseModel(page: Page, service: string) {
  await page.getByRole('combobox', { name: 'Model' }).fill('credit');
  await page.getByRole('option', { name: /Credit risk/ }).click();
  await page.getByRole('radio', { name: /^7\b/ }).check();
  await page.getByLabel(/^Name of the (service|job)/).fill(service);
}

/** Says who answers for it and who pays. */
export async function chooseOwner(page: Page) {
  await page.getByRole('textbox', { name: 'Owner' }).fill('Risk');
  await page.getByRole('option', { name: 'Risk ML' }).click();
  await page.getByLabel('Cost center').fill('cc-1010');
}

/** Takes an option of a select. */
export async function choose(page: Page, select: string, option: string) {
  await page.getByRole('combobox', { name: select }).click();
  await page.getByRole('option', { name: option }).click();
}

/** Waits until the preview says that nothing is missing or wrong. */
export function untilReady(page: Page) {
  return page.getByText(/The (service|job) can be created\./).waitFor();
}

/** Creates what the form says, and waits for its repository. */
export async function create(page: Page) {
  await page.getByRole('button', { name: 'Create' }).click();
  await page
    .getByRole('link', { name: 'Repository' })
    .waitFor({ timeout: 60_000 });
}
