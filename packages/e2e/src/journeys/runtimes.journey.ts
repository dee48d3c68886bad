import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import {
  assertNoFindings,
  launch,
  picture,
  portal,
  signIn,
} from '../portal/browser.ts';
import { cloneAndCheck } from '../service/clone.ts';
import {
  choose,
  chooseModel,
  chooseOwner,
  create,
  next,
  openForm,
  untilReady,
} from '../service/form.ts';

const image = `registry.example.com/risk/scorer@sha256:${'a'.repeat(64)}`;
let browser: Browser;

before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
});

/** Delivers to dev alone, where the gate asks for least. */
async function deliverToDev(page: Page) {
  await page.getByRole('textbox', { name: /^Image/ }).fill(image);
  await page.getByLabel('Deliver to dev').check();
  for (const environment of ['staging', 'prod'])
    await page.getByLabel(`Deliver to ${environment}`).uncheck();
}

/** Looks at a planned file, as whoever creates it would. */
async function look(page: Page, name: string) {
  const file = page.getByRole('button', { name });
  for (const folder of ['overlays/', 'dev/'])
    if (!(await file.isVisible()))
      await page.locator('summary', { hasText: folder }).click();
  await file.click();
  await page
    .getByRole('region', { name: `Content of overlays/dev/${name}` })
    .waitFor();
  await assertNoFindings(page, 'form');
}

async function throughTheRest(page: Page) {
  await next(page);
  await page.getByText('Variables of the container.').waitFor();
  await next(page);
  await page.getByLabel('Name of the repository').waitFor();
  await untilReady(page);
  await assertNoFindings(page, 'form');
  await next(page);
  await create(page);
}

test('a data scientist scales a Deployment by what Prometheus knows', async t => {
  const service = 'loan-scoring-keda';
  const { page } = await signIn(browser, 'Data scientist');

  await t.test('fills the form and sees the plan', async () => {
    await openForm(page, 'inference-service');
    await chooseModel(page, service);
    await chooseOwner(page);
    await next(page);
    await page.getByRole('radio', { name: /^Deployment and Service/ }).check();
    await deliverToDev(page);
    await choose(page, 'Scaling in dev', 'KEDA');
    await page.getByLabel('PromQL query').fill('sum(rate(requests_total[2m]))');
    await untilReady(page);
    await look(page, 'scaledobject.yaml');
    await picture(page, 'template-keda');
  });

  await t.test('creates it', () => throughTheRest(page));

  await t.test('clones it; it builds and breaks no policy', async () => {
    const { rendered, evaluations } = await cloneAndCheck(service);
    assert.deepEqual(Object.keys(rendered), ['dev']);
    assert.match(rendered.dev, /kind: ScaledObject/);
    assert.match(rendered.dev, /query: sum\(rate\(requests_total\[2m\]\)\)/);
    assert.match(rendered.dev, new RegExp(`image: ${image}`));
    assert.ok(evaluations.dev > 0);
  });
});

test('a data scientist has a model trained again every week', async t => {
  const service = 'credit-risk-retraining';
  const { page } = await signIn(browser, 'Data scientist');

  await t.test('fills the form and sees the plan', async () => {
    await openForm(page, 'retraining-job');
    await chooseModel(page, service);
    await chooseOwner(page);
    await next(page);
    await deliverToDev(page);
    await untilReady(page);
    await look(page, 'cronjob.yaml');
    await picture(page, 'template-retraining');
  });

  await t.test('creates it', () => throughTheRest(page));

  await t.test('clones it; it builds and breaks no policy', async () => {
    const { rendered, evaluations } = await cloneAndCheck(service);
    assert.match(rendered.dev, /kind: CronJob/);
    assert.match(rendered.dev, /schedule: 0 3 \* \* 1/);
    assert.ok(evaluations.dev > 0);
  });

  await t.test('finds it among the services', async () => {
    await page.goto(`${portal.appUrl}/services`);
    await page.getByRole('link', { name: service }).first().waitFor();
  });
});
