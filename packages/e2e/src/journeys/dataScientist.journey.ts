import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import {
  assertAccessible,
  assertNoFindings,
  launch,
  openTab,
  picture,
  portal,
  signIn,
} from '../portal/browser.ts';
import { cloneAndCheck } from '../service/clone.ts';
import {
  chooseModel,
  chooseOwner,
  create,
  next,
  openForm,
} from '../service/form.ts';

const service = 'loan-scoring-api';
let browser: Browser;

before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
});

test('a data scientist takes a version from the registry to a GitOps repository', async t => {
  const { page } = await signIn(browser, 'Data scientist');

  await t.test('finds the model in the list', async () => {
    const found = () =>
      page.getByRole('link', { name: 'Credit risk' }).waitFor();
    await page.goto(`${portal.appUrl}/models`);
    await found();
    await assertAccessible(page, found);
    await picture(page, 'models');
    await page.getByLabel('Search models').fill('credit');
    await page
      .getByRole('link', { name: 'Defect detector' })
      .waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Credit risk' }).click();
    await page.getByText('Open for prod: none of 31 checks blocks.').waitFor();
  });

  await t.test('inspects its versions', async () => {
    await openTab(page, 'Versions');
    const listed = () =>
      page.getByText('8 versions; the newest is 8').waitFor();
    await listed();
    await assertAccessible(page, listed);
    await picture(page, 'versions');
  });

  await t.test('sees what it costs', async () => {
    await openTab(page, 'Cost');
    const costs = () => page.getByText('in the last 30 days').first().waitFor();
    await costs();
    await assertAccessible(page, costs);
    await picture(page, 'cost');
  });

  await t.test('fills the form', async () => {
    await openForm(page, 'inference-service');
    await chooseModel(page, service);
    await chooseOwner(page);
    await page.getByText('Still missing:').waitFor();
    await assertNoFindings(page, 'form');
    await picture(page, 'template-form');
    await next(page);
  });

  await t.test('sees what would be written, and what it costs', async () => {
    for (const environment of ['dev', 'staging', 'prod'])
      await page.getByLabel(`Deliver to ${environment}`).check();
    await page.getByText('The service can be created.').waitFor();
    await page
      .getByText(
        `for dev, staging, and prod to the new repository ${service}-gitops.`,
      )
      .waitFor();
    await page.getByText(/^USD .* per month$/).waitFor();
    await page
      .getByRole('button', { name: 'kustomization.yaml' })
      .first()
      .click();
    await page
      .getByRole('region', { name: 'Content of base/kustomization.yaml' })
      .waitFor();
    await assertNoFindings(page, 'form');
    await picture(page, 'template-environments');
  });

  await t.test('gets no further with what is wrong', async () => {
    const memory = page.getByRole('textbox', { name: 'Memory in dev' });
    await memory.fill('512m');
    await page.getByText('One thing has to be corrected.').waitFor();
    await page.getByRole('button', { name: 'Memory in dev' }).click();
    await memory.and(page.locator(':focus')).waitFor();
    await assertNoFindings(page, 'form');
    await next(page);
    await memory.fill('1Gi');
    await page.getByText('The service can be created.').waitFor();
    await next(page);
    await page.getByText('Variables of the container.').waitFor();
    await assertNoFindings(page, 'form');
    await next(page);
  });

  await t.test('creates the service', async () => {
    await page.getByLabel('Name of the repository').waitFor();
    await page.getByText('The service can be created.').waitFor();
    await assertNoFindings(page, 'form');
    await next(page);
    await create(page);
    await picture(page, 'template-result');
  });

  await t.test('opens the repository in the portal', async () => {
    await page.goto(`${portal.appUrl}/services/${service}`);
    const shown = () =>
      page.getByText('Clone the repository').first().waitFor();
    await shown();
    await assertAccessible(page, shown);
    await picture(page, 'service');
  });

  await t.test(
    'clones it; every overlay builds and breaks no policy',
    async () => {
      const { rendered, evaluations } = await cloneAndCheck(service);
      assert.deepEqual(Object.keys(rendered), ['dev', 'prod', 'staging']);
      for (const [environment, text] of Object.entries(rendered)) {
        assert.match(text, /kind: InferenceService/);
        assert.match(text, /modelyard\.io\/model-version: "7"/);
        assert.ok(evaluations[environment] > 0);
      }
    },
  );

  await t.test('finds the service on the Model', async () => {
    await page.goto(
      `${portal.appUrl}/catalog/default/model/credit-risk/services`,
    );
    await page.getByRole('link', { name: service }).first().waitFor();
  });
});
