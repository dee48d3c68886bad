import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { LRUCache } from 'lru-cache';

const pageSize = 500;

/**
 * How long what a condition lets through is kept: shorter than the catalog itself
 * takes to tell of a change. A change of the policy makes another condition.
 */
const keptMs = 15_000;
const mostKept = 30;

/**
 * Options of {@link ModelAccess.create}.
 *
 * @public
 */
export interface ModelAccessOptions {
  permissions: PermissionsService;
  catalog: Pick<CatalogService, 'queryEntities'>;
}

/**
 * Who may read what about a model: whoever may read the Model entity. The one
 * place where the slices' `Authorized…` decorators ask.
 *
 * @public
 */
export class ModelAccess {
  /** Readable refs by the condition that lets them through. */
  private readonly readable = new LRUCache<
    string,
    Set<string>,
    BackstageCredentials
  >({
    max: mostKept,
    ttl: keptMs,
    fetchMethod: (_conditions, _stale, { context }) =>
      this.queryReadableRefs(context),
  });

  private constructor(private readonly options: ModelAccessOptions) {}

  static create(options: ModelAccessOptions): ModelAccess {
    return new ModelAccess(options);
  }

  /**
   * Passes when the caller may read the Model.
   *
   * @param ref - entity ref of the Model
   * @throws NotFoundError when he may not, so that existence does not leak
   */
  async assertReadable(
    ref: string,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const resourceRef = ref.toLocaleLowerCase('en-US');
    const [decision] = await this.options.permissions.authorize(
      [{ permission: catalogEntityReadPermission, resourceRef }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW)
      throw new NotFoundError(
        `No model ${ref} that you may read; check the name, or ask its owner for access`,
      );
  }

  /**
   * The Models that the caller may read, for filtering a list in SQL. Under a
   * condition the answer may be 15 seconds old.
   *
   * @returns lower-case entity refs, or `all` when nothing has to be filtered
   */
  async readableRefs(
    credentials: BackstageCredentials,
  ): Promise<Set<string> | 'all'> {
    const [decision] = await this.options.permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      { credentials },
    );
    if (decision.result === AuthorizeResult.ALLOW) return 'all';
    if (decision.result !== AuthorizeResult.CONDITIONAL) return new Set();
    return this.readable.forceFetch(JSON.stringify(decision.conditions), {
      context: credentials,
    });
  }

  private async queryReadableRefs(
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    const refs = new Set<string>();
    let cursor: string | undefined;
    do {
      const page = await this.options.catalog.queryEntities(
        {
          ...(cursor ? { cursor } : { filter: { kind: 'model' } }),
          fields: ['kind', 'metadata.namespace', 'metadata.name'],
          limit: pageSize,
        },
        { credentials },
      );
      for (const entity of page.items) refs.add(stringifyEntityRef(entity));
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return refs;
  }
}
