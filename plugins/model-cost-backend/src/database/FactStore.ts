import { Knex } from 'knex';
import { Day } from '../domain/days';
import { ServiceFacts, ServiceHistory } from '../domain/rollUp/inheritance';

/** Facts of a Component without their date. */
export type CurrentFacts = Omit<ServiceFacts, 'from'>;

/** A training run whose version is not known yet. */
export interface OpenRun {
  runId: string;
  /** Label of the model it trains. */
  model: string;
}

interface ServiceRow {
  service: string;
  valid_from: string;
  model: string | null;
  owner: string | null;
  tenant: string | null;
  cost_center: string | null;
}

const factColumns = ['model', 'owner', 'tenant', 'cost_center'] as const;

function toFactColumns(facts: CurrentFacts) {
  return {
    model: facts.model ?? null,
    owner: facts.owner ?? null,
    tenant: facts.tenant ?? null,
    cost_center: facts.costCenter ?? null,
  };
}

function toFacts(row: ServiceRow): ServiceFacts {
  return {
    service: row.service,
    from: row.valid_from || undefined,
    model: row.model ?? undefined,
    owner: row.owner ?? undefined,
    tenant: row.tenant ?? undefined,
    costCenter: row.cost_center ?? undefined,
  };
}

/** Keeps what the catalog said about services and runs, and since when. */
export class FactStore {
  private constructor(private readonly knex: Knex) {}

  static create(options: { knex: Knex }): FactStore {
    return new FactStore(options.knex);
  }

  async readServices(): Promise<ServiceHistory> {
    const rows = await this.knex<ServiceRow>('cost_services').orderBy(
      'valid_from',
      'desc',
    );
    const history = new Map<string, ServiceFacts[]>();
    for (const row of rows) {
      const known = history.get(row.service);
      if (known) known.push(toFacts(row));
      else history.set(row.service, [toFacts(row)]);
    }
    return history;
  }

  /**
   * Notes what Components say today. A change holds from today on, what is seen
   * for the first time since ever. Services that are gone keep their last facts.
   *
   * @returns services seen for the first time
   */
  async noteServices(current: CurrentFacts[], today: Day): Promise<string[]> {
    return this.knex.transaction(async tx => {
      const rows = await tx<ServiceRow>('cost_services').orderBy('valid_from');
      const latest = new Map(rows.map(row => [row.service, row]));
      const isNew = ({ service }: CurrentFacts) => !latest.has(service);
      for (const facts of current) {
        const columns = toFactColumns(facts);
        const before = latest.get(facts.service);
        if (before && factColumns.every(name => before[name] === columns[name]))
          continue;
        await tx('cost_services')
          .insert({
            service: facts.service,
            valid_from: before ? today : '',
            ...columns,
          })
          .onConflict(['service', 'valid_from'])
          .merge();
      }
      return current.filter(isNew).map(({ service }) => service);
    });
  }

  /** Recorded days, per source, on which services lack an owner or a model. */
  async daysToInherit(services: string[]): Promise<Map<string, Day[]>> {
    const rolled = this.knex('cost_rollups')
      .whereIn('service', services)
      .whereNull('owner')
      .distinct('source_id', 'day');
    const unlabelled = this.knex('cost_unlabelled')
      .whereIn('service', services)
      .distinct('source_id', 'day');
    return byPlace([...(await rolled), ...(await unlabelled)]);
  }

  /** Version by run id, as far as known. */
  async readRuns(): Promise<Map<string, string>> {
    const rows: { run_id: string; version: string }[] = await this.knex(
      'cost_training',
    )
      .whereNotNull('version')
      .distinct('run_id', 'version');
    return new Map(rows.map(row => [row.run_id, row.version]));
  }

  /** Runs of the days since then whose version is not known. */
  async listOpenRuns(since: Day): Promise<OpenRun[]> {
    const rows: { run_id: string; model: string }[] = await this.knex(
      'cost_training',
    )
      .whereNull('version')
      .whereNotNull('model')
      .where('day', '>=', since)
      .distinct('run_id', 'model');
    return rows.map(row => ({ runId: row.run_id, model: row.model }));
  }

  /** Notes the version of a run, and gives the days it cost something. */
  async closeRun(runId: string, version: string): Promise<Map<string, Day[]>> {
    await this.knex('cost_training')
      .where({ run_id: runId })
      .update({ version });
    return byPlace(
      await this.knex('cost_training')
        .where({ run_id: runId })
        .select('source_id', 'day'),
    );
  }
}

function byPlace(rows: { source_id: string; day: Day }[]): Map<string, Day[]> {
  const days = new Map<string, Day[]>();
  for (const row of rows) {
    const known = days.get(row.source_id) ?? [];
    if (!known.includes(row.day)) known.push(row.day);
    days.set(row.source_id, known);
  }
  return days;
}
