import { LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, stringifyError } from '@backstage/errors';
import { EventsService } from '@backstage/plugin-events-node';
import {
  DeployedRelease,
  PlanFile,
  readReleases,
  ReindexResult,
  servicesChangedTopic,
} from '@modelyard/plugin-model-delivery-common';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  IndexedEnvironment,
  IndexedService,
  ServiceStore,
} from '../database/ServiceStore';
import { Repositories, RepositoryCommit } from '../git/Repositories';
import { isElsewhere } from '../git/repositoryId';
import { holdsNothing, readDeclaration } from './repositoryReader';

const componentSchema = z.object({
  kind: z.literal('Component'),
  metadata: z.object({
    name: z.string().regex(/^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/),
    description: z.string().max(2000).optional(),
  }),
  spec: z.object({
    type: z.literal('inference-service'),
    owner: z.string(),
    system: z.string().max(200).optional(),
    dependsOn: z.array(z.string()),
  }),
});

type DeclaredComponent = z.infer<typeof componentSchema>;

/** What somebody has just written, as the first commit of a repository. */
export interface FirstDeclaration {
  files: readonly PlanFile[];
  releases: readonly DeployedRelease[];
  change: FolderChange;
}

/** The commit that changed a folder last. */
type FolderChange = Pick<RepositoryCommit, 'commit' | 'at' | 'by'>;

/**
 * What {@link ServiceIndexer} works with.
 */
export interface ServiceIndexerOptions {
  store: ServiceStore;
  repositories: Repositories;
  events: EventsService;
  logger: LoggerService;
}

/**
 * Keeps the index in step with Git. What it can't read leaves the index as it
 * was: the last good declaration stands.
 */
export class ServiceIndexer {
  private constructor(private readonly options: ServiceIndexerOptions) {}

  static create(options: ServiceIndexerOptions): ServiceIndexer {
    return new ServiceIndexer(options);
  }

  /**
   * Reads what one repository declares; the index stays as it is.
   *
   * @throws InputError naming what is wrong with `catalog-info.yaml`
   */
  async read(repository: string): Promise<IndexedService | undefined> {
    return (await this.look(repository)).service;
  }

  /**
   * Reads one repository and puts what it declares into the index.
   *
   * @param written - need not be read again
   * @throws InputError naming what is wrong with `catalog-info.yaml`
   * @throws ConflictError when the service's name belongs to another repository
   */
  async index(
    repository: string,
    written?: FirstDeclaration,
  ): Promise<IndexedService | undefined> {
    const { store, events } = this.options;
    const { service, known } = await this.look(repository, written);
    if (!service || service.commit === known?.commit) return service;
    await store.put(service);
    await events.publish({
      topic: servicesChangedTopic,
      eventPayload: { services: [service.name] },
    });
    return service;
  }

  /** Indexes every repository that has moved, and tells which ones failed. */
  async indexAll(): Promise<ReindexResult> {
    const { repositories, store, logger } = this.options;
    const problems: ReindexResult['problems'] = [];
    const known = [...(await store.heads()).keys()];
    const elsewhere = known.filter(isElsewhere);
    const all = [
      ...(await repositories.list()),
      ...elsewhere,
      ...(await store.awaited()),
    ];
    for (const repository of all) {
      try {
        await this.index(repository);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        problems.push({ repository, message });
        logger.warn(
          `The repository ${repository} can't be indexed: ${stringifyError(error)}`,
        );
      }
    }
    return { services: (await store.heads()).size, problems };
  }

  /**
   * Drops services whose repository is gone. An empty directory drops none: it
   * is more likely not there than emptied.
   */
  async dropVanished(): Promise<void> {
    const { repositories, store } = this.options;
    const present = new Set(await repositories.list());
    if (present.size === 0) return;
    for (const repository of (await store.heads()).keys()) {
      if (!present.has(repository) && !isElsewhere(repository))
        await store.removeRepository(repository);
    }
  }

  private async look(repository: string, written?: FirstDeclaration) {
    const { repositories, store } = this.options;
    const head =
      written?.change.commit ?? (await repositories.head(repository));
    if (head === undefined) return {};
    const known = await store.getByRepository(repository);
    if (known?.commit === head) return { service: known, known };
    const files = written?.files ?? (await this.filesOf(repository, head));
    if (!known && !files) return {};
    const component = readComponent(
      files?.find(file => file.path === 'catalog-info.yaml')?.content,
    );
    const releases = written?.releases ?? readReleases(files ?? []);
    const changes = written
      ? releases.map(() => written.change)
      : await repositories.lastChanges(
          repository,
          head,
          releases.map(({ environment }) => `overlays/${environment}`),
        );
    const service: IndexedService = {
      ...toService(component, repository, head),
      // The name is the service's identity; a push can't move it to another.
      ...(known && { name: known.name }),
      environments: releases.map((release, place) =>
        toEnvironment(release, changes[place], head),
      ),
    };
    return { service, known };
  }

  /** Undefined where there is no more than what servers put into a new repository. */
  private async filesOf(repository: string, head: string) {
    const { repositories } = this.options;
    const entries = await repositories.entries(repository, head);
    if (holdsNothing(entries)) return undefined;
    return readDeclaration(repositories, repository, entries);
  }
}

function toEnvironment(
  { environment, image, ...release }: DeployedRelease,
  change: FolderChange | undefined,
  head: string,
): IndexedEnvironment {
  return {
    name: environment,
    namespace: release.namespace,
    version: release.version,
    digest: release.digest,
    ...(image !== undefined && { image }),
    commit: change?.commit ?? head,
    at: change?.at ?? new Date(0).toISOString(),
    by: change?.by ?? 'unknown',
  };
}

function readComponent(text: string | undefined): DeclaredComponent {
  if (text === undefined)
    throw new InputError('catalog-info.yaml is missing from the main branch');
  const parsed = componentSchema.safeParse(parse(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new InputError(
    `catalog-info.yaml: ${issue.path.join('.') || 'document'}: ${issue.message}`,
  );
}

function toService(
  component: DeclaredComponent,
  repository: string,
  commit: string,
) {
  const { metadata, spec } = component;
  const models = spec.dependsOn
    .map(ref => parseEntityRef(ref, { defaultKind: 'Resource' }))
    .filter(ref => ref.kind.toLowerCase() === 'model');
  if (models.length === 0)
    throw new InputError('catalog-info.yaml: spec.dependsOn names no model');
  return {
    name: metadata.name,
    repository,
    commit,
    owner: stringifyEntityRef(
      parseEntityRef(spec.owner, { defaultKind: 'Group' }),
    ),
    model: stringifyEntityRef(models[0]),
    ...(spec.system !== undefined && { system: spec.system }),
    ...(metadata.description !== undefined && {
      description: metadata.description,
    }),
  };
}
