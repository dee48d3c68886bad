import { mockCredentials } from '@backstage/backend-test-utils';
import { CostGroup } from '@modelyard/plugin-model-cost-common';
import { parse } from 'csv-parse/sync';
import request from 'supertest';
import { parseAllocationDay } from './sources/opencost/parseAllocationDay';
import { readRecorded, recordedFolder } from './__testUtils__/recordedDays';
import { daysAgo, fakeType, startReady } from './__testUtils__/startReady';
import { modelEntity } from './__testUtils__/startCost';

const base = '/api/model-cost';

const fake = { sources: [{ id: 'meter', type: 'fake' }] };
const recorded = {
  sources: [
    {
      id: 'examples',
      type: 'file',
      target: recordedFolder,
      redate: 'yesterday',
    },
  ],
};

/** What a recorded day says that the pods of a model cost. */
function recordedMicros(day: string, model: string): number {
  const document = readRecorded(`days/${day}.json.gz`);
  return parseAllocationDay(document, day)
    .filter(row => row.labels.get('modelyard_io_model') === model)
    .reduce((sum, row) => sum + Math.round(row.totalCost * 1e6), 0);
}

describe('model-cost plugin', () => {
  it('answers what a model costs', async () => {
    const server = await startReady({
      modelCost: fake,
      type: fakeType,
      models: [modelEntity('m')],
    });
    const [from, to] = [daysAgo(4), daysAgo(1)];
    const { body, status } = await request(server).get(
      `${base}/models/default/m/cost?from=${from}&to=${to}&groupBy=version`,
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      currency: 'USD',
      from,
      to,
      days: [4, 3, 2, 1].map(daysAgo),
      state: ['ok', 'ok', 'ok', 'failed'],
      groups: [
        { key: '9', total: 2e6, perDay: [1e6, 1e6, 0, null] },
        {
          key: '10',
          total: 4e6,
          perDay: [2e6, 2e6, 0, null],
          components: { cpu: 4e6, gpu: 0 },
        },
      ],
      total: 6e6,
      coverage: { attributed: 0.4706, grade: 'D' },
      freshness: { closedUntil: daysAgo(2) },
    });
    expect(body).not.toHaveProperty('previousTotal');
    const unknown = await request(server).get(
      `${base}/models/default/m/cost?from=2020-01-01&to=2020-01-02`,
    );
    expect(unknown.body).toMatchObject({
      state: ['missing', 'missing'],
      groups: [],
    });
    expect(unknown.body).not.toHaveProperty('total');
    const second = await request(server).get(
      `${base}/models/default/m/cost?from=${daysAgo(3)}&to=${daysAgo(3)}&groupBy=component`,
    );
    expect(second.body).toMatchObject({
      groups: [{ key: 'cpu', total: 3e6 }],
      previousTotal: 3e6,
    });
  });

  it('lists several models, without those that do not exist', async () => {
    const server = await startReady({
      modelCost: fake,
      type: fakeType,
      models: [modelEntity('m'), modelEntity('idle')],
    });
    const refs = ['m', 'idle', 'gone'].map(n => `ref=model%3Adefault%2F${n}`);
    const { body } = await request(server).get(
      `${base}/models?${refs.join('&')}&from=${daysAgo(2)}&to=${daysAgo(2)}`,
    );
    expect(body.items).toEqual([
      { ref: 'model:default/m', total: 0, previousTotal: 3e6, perDay: [0] },
      {
        ref: 'model:default/idle',
        total: 0,
        previousTotal: 0,
        perDay: [null],
      },
    ]);
    const single = await request(server).get(`${base}/models?${refs[0]}`);
    expect(single.body.totalItems).toBe(1);
  });

  it('adds the estate up to the last micro', async () => {
    const server = await startReady({
      modelCost: fake,
      type: fakeType,
      models: [modelEntity('m')],
    });
    const day = daysAgo(3);
    const { body } = await request(server).get(
      `${base}/summary?from=${day}&to=${day}`,
    );
    expect(body).toMatchObject({
      items: [
        { key: 'm', ref: 'model:default/m', total: 3e6, change: 0 },
        { key: '=cmd|x', total: 1e6, change: 0 },
      ],
      unattributed: 3e6,
      idle: 4e6,
      total: 11e6,
      reconciliation: { sourceTotal: 20e6, difference: -9e6, days: 1 },
    });
    const byTenant = await request(server).get(
      `${base}/summary?groupBy=tenant&from=${day}&to=${day}`,
    );
    expect(byTenant.body.items).toMatchObject([
      { key: '__unallocated__', total: 3e6 },
      { key: '@t', total: 1e6 },
    ]);
  });

  it('shows recorded days as if they ended yesterday', async () => {
    const server = await startReady({
      modelCost: recorded,
      models: [modelEntity('credit-risk')],
    });
    const { body } = await request(server).get(
      `${base}/models/default/credit-risk/cost`,
    );
    expect(body.days).toHaveLength(30);
    expect(body.to).toBe(daysAgo(1));
    expect(body.state.slice(-4)).toEqual(['missing', 'ok', 'ok', 'ok']);
    expect(body.freshness.sources).toEqual([
      {
        id: 'examples',
        state: 'fresh',
        provides: ['cost'],
        closedUntil: daysAgo(1),
        exampleDates: true,
      },
    ]);
    const group = body.groups.map((g: CostGroup) => g.perDay[29] ?? 0);
    const sum = group.reduce((a: number, b: number) => a + b, 0);
    expect(sum).toBe(recordedMicros('2026-11-04', 'credit-risk'));
    const summary = await request(server).get(`${base}/summary`);
    expect(summary.body.reconciliation.days).toBe(2);
    expect(Math.abs(summary.body.reconciliation.difference)).toBeLessThan(100);
  });

  it('writes CSV that no spreadsheet runs', async () => {
    const server = await startReady({
      modelCost: fake,
      type: fakeType,
      models: [modelEntity('m')],
    });
    const span = `from=${daysAgo(3)}&to=${daysAgo(1)}`;
    const model = await request(server).get(
      `${base}/models/default/m/cost.csv?${span}`,
    );
    expect(model.headers['content-type']).toMatch('text/csv');
    const lines = model.text.trim().split('\n');
    expect(lines[0]).toMatch(/^date,state,version,currency,total,cpu,/);
    expect(lines[1]).toMatch(`${daysAgo(3)},ok,9,USD,1.000000,1.000000,`);
    expect(lines[5]).toBe(`${daysAgo(1)},failed,,USD,,,,,,,,,,,`);
    const showback = await request(server).get(`${base}/showback?${span}`);
    expect(showback.text).toContain(`,model,,,'@t,'=cmd|x,,,,,USD,1.000000,`);
    expect(showback.text).toContain(',idle,,,,,,,,,USD,8.000000,');
  });

  it('exports FOCUS that adds up to the total of the summary', async () => {
    const server = await startReady({
      modelCost: recorded,
      models: [modelEntity('credit-risk')],
    });
    const { headers, text } = await request(server).get(
      `${base}/showback?format=focus`,
    );
    expect(headers['content-disposition']).toMatch(/focus-.*\.csv/);
    const lines: Record<string, string>[] = parse(text, { columns: true });
    const sum = lines
      .map(line => Math.round(Number(line.EffectiveCost) * 1e6))
      .reduce((total, micros) => total + micros, 0);
    const { body } = await request(server).get(`${base}/summary`);
    expect(sum).toBe(body.total);
    expect(new Set(lines.map(line => line.x_Kind))).toEqual(
      new Set(['model', 'unattributed', 'idle']),
    );
    expect(new Set(lines.map(line => line.ChargePeriodStart)).size).toBe(3);
  });

  it('refuses what it is not allowed to tell, and says who can help', async () => {
    const server = await startReady({
      modelCost: fake,
      type: fakeType,
      models: [modelEntity('m')],
      denied: ['model-cost.summary.read', 'catalog.entity.read'],
    });
    const none = mockCredentials.none.header();
    const statusOf = async (path: string, authorization?: string) => {
      const call = request(server).get(base + path);
      if (authorization) call.set('authorization', authorization);
      return (await call).status;
    };
    expect(await statusOf('/summary', none)).toBe(401);
    expect(await statusOf('/summary')).toBe(403);
    expect(await statusOf('/showback')).toBe(403);
    expect(await statusOf('/showback?format=focus')).toBe(403);
    expect(await statusOf('/unlabelled')).toBe(403);
    expect(await statusOf('/models/default/m/cost')).toBe(404);
    const { body } = await request(server).get(
      `${base}/models?ref=model:default/m`,
    );
    expect(body.items).toEqual([]);
    const refused = await request(server).get(`${base}/summary`);
    expect(refused.body.error.message).toMatch(/FinOps and platform engineers/);
  });

  it('names the field of a bad question', async () => {
    const server = await startReady({
      modelCost: {},
      models: [modelEntity('m')],
    });
    const fieldOf = async (path: string) => {
      const { body, status } = await request(server).get(base + path);
      expect(status).toBe(400);
      return body.error.fields[0].path;
    };
    expect(await fieldOf('/summary?from=2026-02-30')).toBe('/query/from');
    expect(await fieldOf('/summary?to=tomorrow')).toBe('/query/to');
    expect(await fieldOf('/summary?groupBy=colour')).toBe('/query/groupBy');
    expect(await fieldOf('/models?ref=model:default/')).toBe('/query/ref');
    expect(await fieldOf('/models')).toBe('/query/ref');
    const unknown = await request(server).get(`${base}/models/default/x/cost`);
    expect(unknown.status).toBe(404);
  });
});
