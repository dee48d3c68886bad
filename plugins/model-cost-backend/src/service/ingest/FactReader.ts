import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  findServedModel,
  ModelCatalogApi,
  modelLabels,
  toLabelValue,
} from '@modelyard/plugin-model-catalog-common';
import { CurrentFacts, FactStore } from '../../database/FactStore';
import { LedgerStore } from '../../database/LedgerStore';
import { addDays, Day, lastClosedDay } from '../../domain/days';
import { ModelDirectory } from '../ModelDirectory';
import { messageOf } from './DayReader';

const pageSize = 500;
/** Runs older than this no longer get a version. */
const runDays = 90;

export interface FactReaderOptions {
  facts: FactStore;
  ledger: Pick<LedgerStore, 'forgetRollUps'>;
  catalog: Pick<CatalogService, 'queryEntities'>;
  models: Pick<ModelCatalogApi, 'listVersions'>;
  directory: ModelDirectory;
  auth: AuthService;
  logger: LoggerService;
  clock: () => Date;
}

function labelOf(ref: unknown, defaultKind: string): string | undefined {
  if (typeof ref !== 'string') return undefined;
  try {
    return toLabelValue(parseEntityRef(ref, { defaultKind }).name) || undefined;
  } catch {
    // An owner is free text in some catalogs; then nothing is inherited.
    return undefined;
  }
}

function textOf(entity: Entity, key: string): string | undefined {
  const { annotations, labels } = entity.metadata;
  const value = labels?.[key] ?? annotations?.[key];
  return value ? toLabelValue(value) || undefined : undefined;
}

function toFacts(entity: Entity): CurrentFacts | undefined {
  const service = toLabelValue(entity.metadata.name);
  if (!service) return undefined;
  return {
    service,
    model: labelOf(findServedModel(entity), 'model'),
    owner: labelOf(entity.spec?.owner, 'group'),
    tenant: textOf(entity, modelLabels.tenant),
    costCenter: textOf(entity, modelLabels.costCenter),
  };
}

/**
 * Asks the catalogs what they know of services and training runs, and has figures
 * made anew that this changes. Without an answer the facts stay as they were.
 */
export class FactReader {
  private constructor(private readonly options: FactReaderOptions) {}

  static create(options: FactReaderOptions): FactReader {
    return new FactReader(options);
  }

  async update(signal: AbortSignal): Promise<void> {
    await this.attempt('Components', () => this.updateServices());
    signal.throwIfAborted();
    await this.attempt('training runs', () => this.updateRuns(signal));
  }

  private async attempt(what: string, update: () => Promise<void>) {
    try {
      await update();
    } catch (error) {
      this.options.logger.warn(
        `Cost keeps what it knew of ${what}, as the catalog can't be asked: ${messageOf(error)}`,
      );
    }
  }

  private async updateServices(): Promise<void> {
    const { facts, clock } = this.options;
    const current = await this.readComponents();
    const today = addDays(lastClosedDay(clock()), 1);
    const added = await facts.noteServices(current, today);
    for (let start = 0; start < added.length; start += pageSize)
      await this.forget(
        await facts.daysToInherit(added.slice(start, start + pageSize)),
      );
  }

  private async readComponents(): Promise<CurrentFacts[]> {
    const { auth, catalog } = this.options;
    const credentials = await auth.getOwnServiceCredentials();
    const byService = new Map<string, CurrentFacts>();
    let cursor: string | undefined;
    do {
      const page = await catalog.queryEntities(
        {
          ...(cursor ? { cursor } : { filter: { kind: 'component' } }),
          fields: [
            'kind',
            'metadata.namespace',
            'metadata.name',
            'metadata.labels',
            'metadata.annotations',
            'spec.owner',
            'relations',
          ],
          limit: pageSize,
        },
        { credentials },
      );
      for (const entity of page.items) {
        const component = toFacts(entity);
        if (!component) continue;
        const isDefault =
          (entity.metadata.namespace ?? 'default') === 'default';
        if (isDefault || !byService.has(component.service))
          byService.set(component.service, component);
      }
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return [...byService.values()];
  }

  private async updateRuns(signal: AbortSignal): Promise<void> {
    const { facts, clock, directory, models, auth } = this.options;
    const since = addDays(lastClosedDay(clock()), -runDays);
    const openRuns = await facts.listOpenRuns(since);
    if (!openRuns.length) return;
    const index = await directory.load();
    for (const { runId, model } of openRuns) {
      signal.throwIfAborted();
      const ref = index.refOf(model);
      if (ref === undefined) continue;
      const token = await auth.getPluginRequestToken({
        onBehalfOf: await auth.getOwnServiceCredentials(),
        targetPluginId: 'model-catalog',
      });
      const page = await models.listVersions(
        ref,
        { run: runId, limit: 1, sort: 'createdAt' },
        token,
      );
      const version = page.items[0]?.version;
      const label = version && toLabelValue(version);
      if (label) await this.forget(await facts.closeRun(runId, label));
    }
  }

  private async forget(days: Map<string, Day[]>): Promise<void> {
    for (const [sourceId, list] of days)
      await this.options.ledger.forgetRollUps(sourceId, list);
  }
}
