import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  NotAllowedError,
  NotFoundError,
  ResponseError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  ModelCatalogApi,
  ModelRow,
  VersionDetail,
  VersionRow,
} from '@modelyard/plugin-model-catalog-common';
import { KnownVersion } from '../database/SubjectStore';
import { normalModelRef } from './fullModelRef';

const pageSize = 200;

/** A version with what evidence can be derived from. */
export interface RegistryVersion extends KnownVersion {
  /** SPDX expression. */
  license?: string;
  sourceId: string;
}

/** The versions that the model catalog knows. */
export interface VersionDirectory {
  /**
   * One version, as the caller may read it.
   *
   * @throws NotFoundError when there is none that he may read
   */
  find(
    ref: string,
    version: string,
    credentials: BackstageCredentials,
  ): Promise<KnownVersion>;
  /** Every version of every model, or of some; read with the plugin's own rights. */
  list(): AsyncIterable<RegistryVersion>;
  /** Markdown of the card, if there is one; read with the plugin's own rights. */
  cardOf(ref: string, version: string): Promise<string | undefined>;
}

/** Options of {@link CatalogVersionDirectory.create}. */
export interface CatalogVersionDirectoryOptions {
  models: ModelCatalogApi;
  auth: AuthService;
}

function toKnown(
  model: { ref: string; title: string; owner?: string },
  version: VersionRow | VersionDetail,
): KnownVersion {
  return {
    ref: normalModelRef(model.ref),
    version: version.version,
    digest: version.digest,
    title: model.title,
    owner: model.owner,
    createdBy: version.createdBy,
    createdAt: new Date(version.createdAt).toISOString(),
    aliases: version.aliases,
    removed: version.tombstone !== undefined,
  };
}

function toOwnError(error: unknown, name: string): Error {
  const status = error instanceof ResponseError ? error.statusCode : undefined;
  if (status === 404 || status === 400)
    return new NotFoundError(
      `No version ${name} that you may read; look at the model's versions in the model catalog`,
    );
  if (status === 401 || status === 403)
    return new NotAllowedError(
      `The model catalog does not let you read ${name}`,
    );
  return new ServiceUnavailableError(
    `The model catalog can't be asked about ${name} now; try again`,
    error,
  );
}

/** {@link VersionDirectory} over the REST API of the model catalog. */
export class CatalogVersionDirectory implements VersionDirectory {
  private constructor(
    private readonly options: CatalogVersionDirectoryOptions,
  ) {}

  static create(
    options: CatalogVersionDirectoryOptions,
  ): CatalogVersionDirectory {
    return new CatalogVersionDirectory(options);
  }

  async find(
    ref: string,
    version: string,
    credentials: BackstageCredentials,
  ): Promise<KnownVersion> {
    const token = await this.token(credentials);
    try {
      const detail = await this.options.models.getVersion(ref, version, token);
      return toKnown({ ref, title: ref }, detail);
    } catch (error) {
      throw toOwnError(error, `${ref} ${version}`);
    }
  }

  async *list(): AsyncIterable<RegistryVersion> {
    let cursor: string | undefined;
    do {
      const page = await this.options.models.listModels(
        { cursor, limit: pageSize },
        await this.token(),
      );
      for (const model of page.items) yield* this.versionsOf(model);
      cursor = page.nextCursor;
    } while (cursor);
  }

  async cardOf(ref: string, version: string): Promise<string | undefined> {
    const detail = await this.options.models.getVersion(
      ref,
      version,
      await this.token(),
    );
    return detail.card?.text;
  }

  private async *versionsOf(model: ModelRow): AsyncIterable<RegistryVersion> {
    let cursor: string | undefined;
    do {
      const page = await this.options.models.listVersions(
        model.ref,
        { cursor, limit: pageSize },
        await this.token(),
      );
      for (const version of page.items) {
        const known = toKnown(model, version);
        yield { ...known, license: model.license, sourceId: model.source.id };
      }
      cursor = page.nextCursor;
    } while (cursor);
  }

  /** Tokens are short-lived, so each request gets its own. */
  private async token(credentials?: BackstageCredentials) {
    const { auth } = this.options;
    return auth.getPluginRequestToken({
      onBehalfOf: credentials ?? (await auth.getOwnServiceCredentials()),
      targetPluginId: 'model-catalog',
    });
  }
}
