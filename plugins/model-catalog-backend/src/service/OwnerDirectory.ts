import { AuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';

/** Knows which groups and users there are. */
export interface OwnerDirectory {
  /** The refs among these that exist. */
  existing(refs: string[]): Promise<ReadonlySet<string>>;
}

/** {@link OwnerDirectory} over the Backstage catalog. */
export class CatalogOwnerDirectory implements OwnerDirectory {
  private constructor(
    private readonly catalog: CatalogService,
    private readonly auth: AuthService,
  ) {}

  static create(options: {
    catalog: CatalogService;
    auth: AuthService;
  }): CatalogOwnerDirectory {
    return new CatalogOwnerDirectory(options.catalog, options.auth);
  }

  async existing(refs: string[]): Promise<ReadonlySet<string>> {
    const asked = [...new Set(refs)];
    if (asked.length === 0) return new Set();
    const { items } = await this.catalog.getEntitiesByRefs(
      { entityRefs: asked, fields: ['kind', 'metadata.name'] },
      { credentials: await this.auth.getOwnServiceCredentials() },
    );
    return new Set(asked.filter((_ref, index) => items[index]));
  }
}
