import {
  AuthService,
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import { ModelCost, ModelCostApi } from '@modelyard/plugin-model-cost-common';
import {
  MeasuredCost,
  PlanContext,
  ServiceInput,
} from '@modelyard/plugin-model-delivery-common';
import { ServiceStore } from '../database/ServiceStore';
import { RecentAnswers } from './RecentAnswers';

const daysOfMonth = 30;
/** Fewer days say little about a month. */
const leastDays = 7;

/**
 * What {@link MeasuredCosts} works with.
 */
export interface MeasuredCostsOptions {
  auth: AuthService;
  logger: LoggerService;
  store: Pick<ServiceStore, 'list'>;
  costs: Pick<ModelCostApi, 'getModelCost'>;
}

/**
 * What a service cost so far, by the ledger. An estimate does without it: a
 * portal need not have the cost of models installed.
 */
export class MeasuredCosts {
  private readonly recent = RecentAnswers.create<ModelCost>();

  private constructor(private readonly options: MeasuredCostsOptions) {}

  static create(options: MeasuredCostsOptions): MeasuredCosts {
    return new MeasuredCosts(options);
  }

  /**
   * @returns one entry per environment with enough days; undefined when the
   *   service is new, shares its model with another one, or nobody answers
   */
  async read(
    input: ServiceInput,
    { prices, deployed }: Pick<PlanContext, 'prices' | 'deployed'>,
    credentials: BackstageCredentials,
  ): Promise<MeasuredCost[] | undefined> {
    if (!prices || !deployed?.length) return undefined;
    try {
      if (!(await this.isOnlyService(input))) return undefined;
      const { ref } = input.model;
      const cost = await this.recent.ask({ credentials, about: [ref] }, () =>
        this.ask(ref, credentials),
      );
      return cost.currency === prices.currency ? toMeasured(cost) : undefined;
    } catch (error) {
      this.options.logger.debug(
        `No measured cost for the estimate of ${input.name}: ${stringifyError(error)}`,
      );
      return undefined;
    }
  }

  private async ask(
    ref: string,
    credentials: BackstageCredentials,
  ): Promise<ModelCost> {
    const { token } = await this.options.auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'model-cost',
    });
    return this.options.costs.getModelCost(
      ref,
      { groupBy: 'environment' },
      { token },
    );
  }

  /** The ledger knows models and environments, not which service of two it was. */
  private async isOnlyService({ name, model }: ServiceInput): Promise<boolean> {
    const { items } = await this.options.store.list({
      model: stringifyEntityRef(parseEntityRef(model.ref)),
      limit: 2,
      models: 'all',
    });
    return items.every(service => service.name === name);
  }
}

function toMeasured(cost: ModelCost): MeasuredCost[] {
  return cost.groups.flatMap(({ key, perDay }) => {
    const known = perDay.filter(amount => amount !== null);
    if (known.length < leastDays) return [];
    const sum = known.reduce((total, amount) => total + amount, 0);
    return [
      {
        environment: key,
        monthly: Math.round((sum / known.length) * daysOfMonth),
        days: known.length,
      },
    ];
  });
}
