import {
  CostComponent,
  costComponents,
} from '@modelyard/plugin-model-cost-common';
import { addAmounts, Amounts, noAmounts } from '../amounts';
import { scaleExactly } from '../apportion';
import { Attribution, Dimension, dimensions } from '../attribution';
import { BookedWorkload, DayTotals } from '../bookDay';
import { Day } from '../days';
import { addMeasures, Measures } from '../measures';
import { inherit, ServiceHistory } from './inheritance';
import { Rate, rateOn } from './rates';
import { applyRules, AttributionRule, matches, SharedPool } from './rules';
import { AllocationRule, Bearer, shareOut } from './share';

/** What turns the ledger into figures: configuration and dated facts. */
export interface RollUpContext {
  /** Of the figures. */
  currency: string;
  rates: readonly Rate[];
  rules: readonly AttributionRule[];
  pools: readonly SharedPool[];
  allocation: AllocationRule;
  services: ServiceHistory;
  /** Version that a training run produced, by run id. */
  versionOfRun: ReadonlyMap<string, string>;
}

/** A booked day, as the ledger keeps it. */
export interface LedgerDay {
  sourceId: string;
  day: Day;
  /** Of the amounts. */
  currency: string;
  totals: DayTotals;
  workloads: readonly BookedWorkload[];
}

/** Cost of one set of labels on one day. */
export interface RolledRow {
  attribution: Attribution;
  amounts: Amounts;
  measures: Measures;
}

/** Cost that no model can be told for. */
export interface UnlabelledRow {
  kind: 'workload' | 'shared' | 'unmounted';
  cluster: string;
  namespace: string;
  controllerKind: string;
  controller: string;
  service?: string;
  owner?: string;
  /** Name of the shared pool it belongs to. */
  pool?: string;
  total: number;
}

/** Micros of a day: attributed + unattributed + idle = total. */
export interface RolledTotals {
  attributed: number;
  /** What carries no model: other workloads, shared pools, unmounted volumes. */
  unattributed: number;
  /** Part of unattributed. */
  unmounted: number;
  /** Part of unattributed. */
  shared: number;
  /** Capacity that nothing asked for. */
  idle: number;
  total: number;
  /**
   * What the source bills: for nodes, plus network, storage, load balancers,
   * shared and external cost as allocated. Absent where it told nothing of nodes.
   */
  sourceTotal?: number;
}

export interface RolledDay {
  totals: RolledTotals;
  rows: RolledRow[];
  unlabelled: UnlabelledRow[];
}

interface Rolling extends Bearer {
  workload: BookedWorkload;
  attribution: Attribution;
  measures: Measures;
  pool?: string;
}

/** No figure: the currency of the day has no rate on that day. */
export class MissingRateError extends Error {
  constructor(currency: string, wanted: string, day: Day) {
    super(
      `no rate of ${currency} to ${wanted} holds on ${day}; add one to modelCost.rates that begins then or before`,
    );
  }
}

function fractionOf(day: LedgerDay, context: RollUpContext) {
  if (day.currency === context.currency) return undefined;
  const rate = rateOn(context.rates, day.currency, day.day);
  if (!rate)
    throw new MissingRateError(day.currency, context.currency, day.day);
  return rate;
}

const parts: readonly CostComponent[] = costComponents;
const moneyMeasures = ['measured', 'unused', 'gpuApproximate'] as const;

/** Converts every amount of the day so that they add up to its converted total. */
function convert(workloads: readonly BookedWorkload[], rate: Rate): Amounts[] {
  const cells = workloads.flatMap(({ amounts }) =>
    parts.map(part => amounts[part]),
  );
  const scaled = scaleExactly(cells, rate.numerator, rate.denominator);
  return workloads.map((_, index) => {
    const amounts = noAmounts();
    parts.forEach((part, place) => {
      amounts[part] = scaled[index * parts.length + place];
      amounts.total += amounts[part];
    });
    return amounts;
  });
}

function convertMeasures(measures: Measures, rate?: Rate): Measures {
  if (!rate) return measures;
  const result = { ...measures };
  for (const name of moneyMeasures) {
    const value = result[name];
    if (value !== undefined)
      [result[name]] = scaleExactly([value], rate.numerator, rate.denominator);
  }
  return result;
}

function attributionOf(
  workload: BookedWorkload,
  { sourceId, day }: LedgerDay,
  context: RollUpContext,
): Attribution {
  if (workload.kind !== 'workload') return {};
  const { runId } = workload;
  const labelled = { ...workload.attribution };
  if (runId !== undefined) {
    labelled.activity = 'training';
    labelled.version ??= context.versionOfRun.get(runId);
  }
  const ruled = applyRules(
    context.rules,
    { ...workload, sourceId, day },
    labelled,
  );
  return inherit(context.services, day, ruled);
}

function toRolling(
  day: LedgerDay,
  context: RollUpContext,
  rate?: Rate,
): Rolling[] {
  const converted = rate && convert(day.workloads, rate);
  return day.workloads.map((workload, index) => {
    const attribution = attributionOf(workload, day, context);
    const isPooled = workload.kind === 'workload' && !attribution.model;
    const pool = isPooled
      ? context.pools.find(({ match }) =>
          match.some(pattern => matches(pattern, workload)),
        )
      : undefined;
    return {
      workload,
      cluster: workload.cluster,
      kind: pool ? 'shared' : workload.kind,
      pool: pool?.name,
      attribution,
      amounts: converted?.[index] ?? { ...workload.amounts },
      measures: convertMeasures(workload.measures, rate),
    };
  });
}

/** Idle is the remainder of the nodes' bills; the rest comes on top of them. */
function sourceTotalOf(totals: DayTotals, rate?: Rate): number | undefined {
  if (totals.nodes === undefined) return undefined;
  const billed = totals.nodes + totals.total - totals.compute;
  return rate
    ? scaleExactly([billed], rate.numerator, rate.denominator)[0]
    : billed;
}

function addUp(rolling: Rolling[]): RolledTotals {
  const totals: RolledTotals = {
    attributed: 0,
    unattributed: 0,
    unmounted: 0,
    shared: 0,
    idle: 0,
    total: 0,
  };
  for (const { kind, attribution, amounts } of rolling) {
    totals.total += amounts.total;
    if (kind === 'idle') totals.idle += amounts.total;
    else if (attribution.model) totals.attributed += amounts.total;
    else totals.unattributed += amounts.total;
    if (kind === 'unmounted') totals.unmounted += amounts.total;
    if (kind === 'shared') totals.shared += amounts.total;
  }
  return totals;
}

/** Text by which equal attributions are one. */
export function keyOfAttribution(
  attribution: Attribution,
  by: readonly Dimension[] = dimensions,
): string {
  return JSON.stringify(by.map(dimension => attribution[dimension] ?? null));
}

function addUpRows(rolling: Rolling[]): RolledRow[] {
  const byLabels = new Map<string, RolledRow>();
  for (const { attribution, amounts, measures } of rolling) {
    if (!attribution.model) continue;
    const key = keyOfAttribution(attribution);
    const row = byLabels.get(key) ?? {
      attribution,
      amounts: noAmounts(),
      measures: {},
    };
    addAmounts(row.amounts, amounts);
    addMeasures(row.measures, measures);
    byLabels.set(key, row);
  }
  return [...byLabels.values()];
}

function toUnlabelled({
  kind,
  workload,
  attribution,
  amounts,
  pool,
}: Rolling): UnlabelledRow[] {
  if (kind === 'idle' || attribution.model) return [];
  return [
    {
      kind,
      cluster: workload.cluster,
      namespace: workload.namespace,
      controllerKind: workload.controllerKind,
      controller: workload.controller,
      service: attribution.service,
      owner: attribution.owner,
      pool,
      total: amounts.total,
    },
  ];
}

/**
 * Turns a booked day into figures: in the reporting currency, attributed by
 * labels, rules, runs and Components, and shared out as configured. The ledger
 * stays as it is; the figures can be made anew at any time.
 *
 * @throws MissingRateError
 */
export function rollUpDay(day: LedgerDay, context: RollUpContext): RolledDay {
  const rate = fractionOf(day, context);
  const rolling = toRolling(day, context, rate);
  shareOut(context.allocation, rolling);
  const sourceTotal = sourceTotalOf(day.totals, rate);
  return {
    totals: { ...addUp(rolling), sourceTotal },
    rows: addUpRows(rolling),
    unlabelled: rolling.flatMap(toUnlabelled),
  };
}
