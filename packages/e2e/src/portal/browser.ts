import AxeBuilder from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Page,
} from 'playwright-core';

function required(name: string): string {
  const value = process.env[name];
  if (!value)
    throw new Error(`${name} is not set; run the journeys with run.ts`);
  return value;
}

/** Addresses and token of the portal under test. */
export const portal = {
  appUrl: required('PORTAL_APP'),
  backendUrl: required('PORTAL_BACKEND'),
  token: required('PORTAL_TOKEN'),
};

/** Real Chromium, without its own traffic. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** A signed-in page of a persona, 1400 pixels wide, in a zone such as `Europe/Berlin`. */
export async function signIn(
  browser: Browser,
  persona: string,
  timezoneId = 'UTC',
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    viewport: { width: 1400, height: 950 },
    timezoneId,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(portal.appUrl);
  await page
    .getByRole('button', { name: `Sign in as ${persona}`, exact: true })
    .click();
  await page.getByRole('link', { name: 'Models' }).first().waitFor();
  return { page, context };
}

/** Opens a tab of the entity page; it is a link or a tab, as upstream draws it. */
export async function openTab(page: Page, name: string) {
  await page
    .getByRole('tab', { name })
    .or(page.getByRole('link', { name, exact: true }))
    .first()
    .click();
}

/** Switches the theme as the settings page does, and reloads. */
export async function setTheme(page: Page, theme: 'light' | 'dark') {
  await page.evaluate(value => localStorage.setItem('theme', value), theme);
  await page.reload();
}

/** No axe finding of WCAG 2 A or AA in a part of the page as it is. */
export async function assertNoFindings(page: Page, scope: string) {
  const { violations } = await new AxeBuilder({ page })
    .include(scope)
    .withTags(['wcag2a', 'wcag2aa'])
    .analyze();
  const findings = violations.map(
    v =>
      `${v.id} (${v.help}) at ${v.nodes.map(n => `${n.target.join(' ')} ${n.any[0]?.message ?? ''}`).join('; ')}`,
  );
  assert.deepEqual(findings, []);
}

/** No axe finding in the page's own content, dark and light. */
export async function assertAccessible(
  page: Page,
  ready: () => Promise<unknown>,
) {
  for (const theme of ['dark', 'light'] as const) {
    await setTheme(page, theme);
    await ready();
    await assertNoFindings(page, 'main');
  }
}

/** Keeps a picture for the documentation, when asked to. */
export async function picture(page: Page, name: string) {
  const directory = process.env.PORTAL_IMAGES;
  if (!directory) return;
  mkdirSync(directory, { recursive: true });
  await page.screenshot({ path: join(directory, `${name}.png`) });
}
