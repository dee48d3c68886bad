import { Knex } from 'knex';
import { insertRows } from '@modelyard/plugin-model-catalog-node';
import { labelDimensions } from '../domain/attribution';
import { BookedWorkload } from '../domain/bookDay';
import { Roller } from '../domain/rollUp/Roller';
import { LedgerDay, RolledDay, RolledRow } from '../domain/rollUp/rollUpDay';
import { DayRow, fromDayTotals } from './dayRows';
import {
  Columns,
  dimensionColumns,
  fromAmountRow,
  fromLabelRow,
  fromMeasureText,
  toAmountRow,
  toAttributionRow,
  toMeasureRow,
} from './rows';

const figureTables = [
  'cost_rollups',
  'cost_day_totals',
  'cost_dimension_totals',
  'cost_unlabelled',
];

interface Place {
  source_id: string;
  day: string;
}

function toDimensionRows(place: Place, rows: RolledRow[]) {
  return labelDimensions.flatMap(dimension => {
    const totals = new Map<string, number>();
    for (const { attribution, amounts } of rows) {
      const key = attribution[dimension] ?? '';
      totals.set(key, (totals.get(key) ?? 0) + amounts.total);
    }
    const column = dimensionColumns[dimension];
    return [...totals].map(([key, total]) => ({
      dimension: column,
      ...place,
      key,
      total,
    }));
  });
}

/** What is read together is kept together: the rows of a model are neighbours. */
function sortByModel(rows: RolledRow[]): RolledRow[] {
  const modelOf = ({ attribution }: RolledRow) => attribution.model ?? '';
  return rows.toSorted((a, b) => {
    const [one, other] = [modelOf(a), modelOf(b)];
    return Number(one > other) - Number(one < other);
  });
}

async function insertFigures(
  tx: Knex.Transaction,
  place: Place,
  { totals, rows, unlabelled }: RolledDay,
): Promise<void> {
  const { sourceTotal, ...sums } = totals;
  await tx('cost_day_totals').insert({
    ...place,
    ...sums,
    source_total: sourceTotal ?? null,
  });
  await insertRows(tx, 'cost_rollups', {
    rows: sortByModel(rows).map(row => ({
      ...place,
      ...toAttributionRow(row.attribution),
      ...toAmountRow(row.amounts),
      ...toMeasureRow(row.measures),
    })),
  });
  await insertRows(tx, 'cost_dimension_totals', {
    rows: toDimensionRows(place, rows),
  });
  await insertRows(tx, 'cost_unlabelled', {
    rows: unlabelled.map(row => ({
      ...place,
      kind: row.kind,
      cluster: row.cluster,
      namespace: row.namespace,
      controller_kind: row.controllerKind,
      controller: row.controller,
      service: row.service ?? null,
      owner: row.owner ?? null,
      pool: row.pool ?? null,
      total: row.total,
    })),
  });
}

/** Replaces the figures of a day by those that follow from its ledger rows. */
export async function writeRollUp(
  tx: Knex.Transaction,
  row: DayRow,
  workloads: readonly BookedWorkload[],
  roller: Roller,
): Promise<void> {
  const place = { source_id: row.source_id, day: row.day };
  for (const table of figureTables) await tx(table).where(place).delete();
  const totals = fromDayTotals(row);
  let problem: string | null = null;
  if (totals && row.currency !== null) {
    const day: LedgerDay = {
      sourceId: row.source_id,
      day: row.day,
      currency: row.currency,
      totals,
      workloads,
    };
    const result = roller.roll(day);
    if ('rolled' in result) await insertFigures(tx, place, result.rolled);
    else problem = result.problem;
  }
  await tx('cost_days')
    .where({ ...place, revision: row.revision })
    .update({ rolled_with: roller.digest, roll_error: problem });
  await tx('cost_sources')
    .where({ id: row.source_id })
    .increment('revision', 1);
}

type LedgerRow = Columns & { kind: string };

function readKind(kind: string): BookedWorkload['kind'] {
  return kind === 'idle' || kind === 'unmounted' ? kind : 'workload';
}

/** The ledger rows of one revision of a day. */
export async function readWorkloads(
  tx: Knex,
  row: Pick<DayRow, 'source_id' | 'day' | 'revision'>,
): Promise<BookedWorkload[]> {
  const rows: LedgerRow[] = await tx('cost_allocations')
    .where({
      source_id: row.source_id,
      day: row.day,
      revision: row.revision,
    })
    .orderBy('ordinal');
  return rows.map(ledger => ({
    kind: readKind(ledger.kind),
    cluster: String(ledger.cluster),
    namespace: String(ledger.namespace),
    controllerKind: String(ledger.controller_kind),
    controller: String(ledger.controller),
    attribution: fromLabelRow(ledger),
    runId: ledger.run_id === null ? undefined : String(ledger.run_id),
    rows: Number(ledger.rows),
    amounts: fromAmountRow(ledger),
    measures: fromMeasureText(ledger.measures),
  }));
}
