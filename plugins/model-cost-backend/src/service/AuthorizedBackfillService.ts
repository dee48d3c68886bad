import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  BackfillRequest,
  CostBackfill,
  CostBackfillList,
  modelCostSourceAdministerPermission,
} from '@modelyard/plugin-model-cost-common';
import { BackfillService } from './BackfillService';

export interface AuthorizedBackfillServiceOptions {
  service: BackfillService;
  permissions: PermissionsService;
}

function nameOf({ principal }: BackstageCredentials): string {
  const who: { userEntityRef?: unknown; subject?: unknown } = Object(principal);
  return String(who.userEntityRef ?? who.subject ?? 'unknown');
}

/** Alone knows who may have sources read again. */
export class AuthorizedBackfillService {
  private constructor(
    private readonly options: AuthorizedBackfillServiceOptions,
  ) {}

  static create(
    options: AuthorizedBackfillServiceOptions,
  ): AuthorizedBackfillService {
    return new AuthorizedBackfillService(options);
  }

  async start(
    sourceId: string,
    request: BackfillRequest,
    credentials: BackstageCredentials,
  ): Promise<{ runId: string }> {
    await this.assertAdministrator(credentials);
    const who = nameOf(credentials);
    return this.options.service.start(sourceId, request, who);
  }

  async list(
    sourceId: string,
    credentials: BackstageCredentials,
  ): Promise<CostBackfillList> {
    await this.assertAdministrator(credentials);
    return this.options.service.list(sourceId);
  }

  async get(
    sourceId: string,
    runId: string,
    credentials: BackstageCredentials,
  ): Promise<CostBackfill> {
    await this.assertAdministrator(credentials);
    return this.options.service.get(sourceId, runId);
  }

  async stop(
    sourceId: string,
    runId: string,
    credentials: BackstageCredentials,
  ): Promise<CostBackfill> {
    await this.assertAdministrator(credentials);
    return this.options.service.stop(sourceId, runId);
  }

  private async assertAdministrator(
    credentials: BackstageCredentials,
  ): Promise<void> {
    const permission = modelCostSourceAdministerPermission;
    const [decision] = await this.options.permissions.authorize(
      [{ permission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW)
      throw new NotAllowedError(
        `To read cost sources again needs the permission ${permission.name}; a platform engineer has it`,
      );
  }
}
