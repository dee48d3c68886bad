import {
  CostComponents,
  ModelCost,
  ModelCostApi,
  UnitCosts,
} from '@modelyard/plugin-model-cost-common';

/** Components of which only CPU costs something. */
export function cpuOnly(cpu: number): CostComponents {
  return {
    cpu,
    ram: 0,
    gpu: 0,
    storage: 0,
    network: 0,
    loadBalancer: 0,
    shared: 0,
    external: 0,
  };
}

/** Five days: one spent, one at no cost, one empty, one missing, one failed. */
export const oddDays: ModelCost = {
  currency: 'USD',
  from: '2031-11-01',
  to: '2031-11-05',
  days: ['2031-11-01', '2031-11-02', '2031-11-03', '2031-11-04', '2031-11-05'],
  state: ['ok', 'ok', 'ok', 'missing', 'failed'],
  groups: [
    {
      key: '7',
      total: 3_500_000,
      perDay: [3_500_000, 0, null, null, null],
      components: { ...cpuOnly(3_000_000), gpu: 500_000 },
    },
  ],
  total: 3_500_000,
  measures: {},
  allocation: { idle: 'separate', shared: 'separate' },
  notices: [],
  coverage: { attributed: 0.93, grade: 'A' },
  freshness: {
    closedUntil: '2031-11-03',
    sources: [
      {
        id: 'examples',
        state: 'fresh',
        provides: ['cost'],
        closedUntil: '2031-11-03',
        exampleDates: true,
      },
    ],
  },
};

/** Two whole days of two versions, a quarter more than before. */
export const wholeDays: ModelCost = {
  ...oddDays,
  to: '2031-11-02',
  days: ['2031-11-01', '2031-11-02'],
  state: ['ok', 'ok'],
  groups: [
    {
      key: '7',
      total: 300_000_000,
      perDay: [100_000_000, 200_000_000],
      components: cpuOnly(300_000_000),
    },
    {
      key: '8',
      total: 112_000_000,
      perDay: [null, 112_000_000],
      components: cpuOnly(112_000_000),
    },
  ],
  total: 412_000_000,
  previousTotal: 361_000_000,
};

/** A span in which nothing was served. */
const noUnitCosts: UnitCosts = {
  currency: 'USD',
  from: '2031-11-01',
  to: '2031-11-02',
  days: 2,
  groups: [],
  freshness: oddDays.freshness,
};

/** A cost API whose other calls are not expected. */
export function fakeCost(calls: Partial<ModelCostApi> = {}): ModelCostApi {
  const unexpected = async () => {
    throw new Error('this call was not expected');
  };
  return {
    getModelCost: unexpected,
    getModelCostCsv: unexpected,
    listModelCosts: unexpected,
    getSummary: unexpected,
    getShowback: unexpected,
    getUnitCosts: async () => noUnitCosts,
    listUnlabelled: unexpected,
    listSources: unexpected,
    backfillSource: unexpected,
    listBackfills: unexpected,
    getBackfill: unexpected,
    stopBackfill: unexpected,
    ...calls,
  };
}

/** An error as the clients throw it. */
export function httpError(statusCode: number, message = 'no answer'): Error {
  return Object.assign(new Error(message), { statusCode });
}
