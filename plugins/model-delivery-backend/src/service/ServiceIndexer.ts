import { LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, stringifyError } from '@backstage/errors';
import { EventsService } from '@backstage/plugin-events-node';
import {
  DeployedRelease,
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
import { Repositories } from '../git/Repositories';
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
    const { repositories, store } = this.options;
    const head = await repositories.head(repository);
    if (head === undefined) return undefined;
    const known = await store.getByRepository(repository);
    if (known?.commit === head) return known;
    const entries = await repositories.entries(repository, head);
    if (!known && holdsNothing(entries)) return undefined;
    const files = await readDeclaration(repositories, repository, entries);
    const component = readComponent(
      files.find(file => file.path === 'catalog-info.yaml')?.content,
    );
    return {
      ...toService(component, repository, head),
      // The name is the service's identity; a push can't move it to another.
      ...(known && { name: known.name }),
      environments: await this.environments(
        repository,
        head,
        readReleases(files),
      ),
    };
  }

  /**
   * Reads one repository and puts what it declares into the index.
   *
   * @throws InputError naming what is wrong with `catalog-info.yaml`
   * @throws ConflictError when the service's name belongs to another repository
   */
  async index(repository: string): Promise<IndexedService | undefined> {
    const { store, events } = this.options;
    const service = await this.read(repository);
    if (!service) return undefined;
    const known = await store.getByRepository(repository);
    if (known?.commit === service.commit) return known;
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

  private environments(
    repository: string,
    head: string,
    releases: DeployedRelease[],
  ): Promise<IndexedEnvironment[]> {
    return Promise.all(
      releases.map(async release => {
        const [last] = await this.options.repositories.log(repository, head, {
          limit: 1,
          paths: [`overlays/${release.environment}`],
        });
        return {
          name: release.environment,
          namespace: release.namespace,
          version: release.version,
          digest: release.digest,
          ...(release.image !== undefined && { image: release.image }),
          commit: last?.commit ?? head,
          at: last?.at ?? new Date(0).toISOString(),
          by: last?.by ?? 'unknown',
        };
      }),
    );
  }
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
