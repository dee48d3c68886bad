import { UnitCosts } from '@modelyard/plugin-model-cost-common';
import { CostConfig } from '../config/readCostConfig';
import { CostStore } from '../database/CostStore';
import {
  buildUnitCosts,
  ShownUsage,
  UnitCostsGroupBy,
} from '../domain/buildUnitCosts';
import { completeUsage } from '../domain/completeUsage';
import { Day } from '../domain/days';
import { headOf, LedgerReader, OpenLedger, OpenUsage } from './LedgerReader';
import { SpanQuery } from './ModelCostService';

export interface UnitCostReaderOptions {
  store: CostStore;
  ledger: LedgerReader;
  config: Pick<CostConfig, 'minimumVolume'>;
}

/** Reads what a request and a token of a model cost. */
export class UnitCostReader {
  private constructor(private readonly options: UnitCostReaderOptions) {}

  static create(options: UnitCostReaderOptions): UnitCostReader {
    return new UnitCostReader(options);
  }

  /** @param labels - of the model; none where no label can mean it */
  async read(
    labels: string[],
    query: SpanQuery & { groupBy?: UnitCostsGroupBy },
  ): Promise<UnitCosts> {
    const { ledger: reader, config } = this.options;
    const ledger = await reader.open(query);
    const usage = await reader.openUsage(ledger.span);
    const rows = await reader.readRows({ models: labels }, ledger);
    const services = new Set(
      rows.flatMap(({ attribution }) => attribution.service ?? []),
    );
    return {
      ...headOf(ledger),
      days: ledger.span.days.length,
      groups: buildUnitCosts({
        rows,
        usage: await this.readUsage(labels, [...services], ledger, usage),
        costDays: okDaysOf(ledger),
        usageDays: usage.days,
        groupBy: query.groupBy ?? 'none',
        minimumVolume: config.minimumVolume,
      }),
      freshness: ledger.freshness,
    };
  }

  /** Use of the model, also where the metrics name its services only. */
  private async readUsage(
    models: string[],
    services: string[],
    ledger: OpenLedger,
    { calendar }: OpenUsage,
  ): Promise<ShownUsage[]> {
    const { store, ledger: reader } = this.options;
    const { from, to } = ledger.span;
    const records = await store.listUsage({
      ranges: calendar.rangesOf(from, to),
      models,
      services,
    });
    const shown = records.map(({ sourceId, day, usage }) => ({
      day: calendar.toShown(sourceId, day),
      usage,
    }));
    // A service may have served another model as well.
    const rows = await reader.readRows({ services }, ledger);
    return completeUsage(shown, rows).filter(
      ({ usage }) =>
        usage.attribution.model !== undefined &&
        models.includes(usage.attribution.model),
    );
  }
}

function okDaysOf({ span, state }: OpenLedger): Set<Day> {
  return new Set(span.days.filter((_, index) => state[index] === 'ok'));
}
