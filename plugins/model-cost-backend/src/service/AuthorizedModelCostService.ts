import { PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ModelAccess } from '@modelyard/plugin-model-catalog-node';
import {
  CostSourceList,
  CostStep,
  CostSummary,
  CostSummaryGroupBy,
  ModelCost,
  ModelCostGroupBy,
  ModelCostList,
  modelCostSummaryReadPermission,
  UnitCosts,
  UnlabelledPage,
} from '@modelyard/plugin-model-cost-common';
import { UnitCostsGroupBy } from '../domain/buildUnitCosts';
import {
  CallOptions,
  DailyShowback,
  ModelCostRows,
  ModelCostService,
  PageQuery,
  Showback,
  SpanQuery,
} from './ModelCostService';

export interface AuthorizedModelCostServiceOptions {
  service: ModelCostService;
  access: Pick<ModelAccess, 'assertReadable' | 'readableRefs'>;
  permissions: PermissionsService;
}

type GroupedQuery = SpanQuery & {
  groupBy?: ModelCostGroupBy;
  step?: CostStep;
};

/**
 * Alone knows who may read what: the cost of a model whoever may read the Model,
 * the spend of the whole estate who has `model-cost.summary.read`.
 */
export class AuthorizedModelCostService implements ModelCostService {
  private constructor(
    private readonly options: AuthorizedModelCostServiceOptions,
  ) {}

  static create(
    options: AuthorizedModelCostServiceOptions,
  ): AuthorizedModelCostService {
    return new AuthorizedModelCostService(options);
  }

  async getModelCost(
    ref: string,
    query: GroupedQuery,
    options: CallOptions,
  ): Promise<ModelCost> {
    await this.options.access.assertReadable(ref, options.credentials);
    return this.options.service.getModelCost(ref, query, options);
  }

  async getUnitCosts(
    ref: string,
    query: SpanQuery & { groupBy?: UnitCostsGroupBy },
    options: CallOptions,
  ): Promise<UnitCosts> {
    await this.options.access.assertReadable(ref, options.credentials);
    return this.options.service.getUnitCosts(ref, query, options);
  }

  async getModelCostRows(
    ref: string,
    query: GroupedQuery,
    options: CallOptions,
  ): Promise<ModelCostRows> {
    await this.options.access.assertReadable(ref, options.credentials);
    return this.options.service.getModelCostRows(ref, query, options);
  }

  async listModelCosts(
    refs: string[],
    query: SpanQuery,
    options: CallOptions,
  ): Promise<ModelCostList> {
    const readable = await this.options.access.readableRefs(
      options.credentials,
    );
    const allowed =
      readable === 'all' ? refs : refs.filter(ref => readable.has(ref));
    return this.options.service.listModelCosts(allowed, query, options);
  }

  async getSummary(
    query: SpanQuery & { groupBy?: CostSummaryGroupBy },
    options: CallOptions,
  ): Promise<CostSummary> {
    await this.assertSummary(options);
    const readable = await this.options.access.readableRefs(
      options.credentials,
    );
    return this.options.service.getSummary({ ...query, readable }, options);
  }

  async getShowback(query: SpanQuery, options: CallOptions): Promise<Showback> {
    await this.assertSummary(options);
    const readable = await this.options.access.readableRefs(
      options.credentials,
    );
    return this.options.service.getShowback({ ...query, readable }, options);
  }

  async getDailyShowback(
    query: SpanQuery,
    options: CallOptions,
  ): Promise<DailyShowback> {
    await this.assertSummary(options);
    const readable = await this.options.access.readableRefs(
      options.credentials,
    );
    return this.options.service.getDailyShowback(
      { ...query, readable },
      options,
    );
  }

  /** A workload without a model may be anybody's: only who may read all sees it. */
  async listUnlabelled(
    query: SpanQuery & PageQuery,
    options: CallOptions,
  ): Promise<UnlabelledPage> {
    await this.assertSummary(options);
    const readable = await this.options.access.readableRefs(
      options.credentials,
    );
    if (readable !== 'all')
      throw new NotAllowedError(
        'Workloads without a model are told to those who may read every Model',
      );
    return this.options.service.listUnlabelled(query, options);
  }

  async listSources(options: CallOptions): Promise<CostSourceList> {
    return this.options.service.listSources(options);
  }

  private async assertSummary({ credentials }: CallOptions): Promise<void> {
    const [decision] = await this.options.permissions.authorize(
      [{ permission: modelCostSummaryReadPermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW)
      throw new NotAllowedError(
        `The spend of all models needs the permission ${modelCostSummaryReadPermission.name}; FinOps and platform engineers have it, a platform engineer can give it`,
      );
  }
}
