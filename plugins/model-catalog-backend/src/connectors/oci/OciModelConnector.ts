import {
  OutboundError,
  OutboundHttp,
  readHttpOptions,
} from '@modelyard/outbound-http';
import {
  ListModelsOptions,
  ModelConnector,
  ModelConnectorContext,
  SourceModel,
  SourcePage,
  SourceProblem,
  SourceVersion,
} from '@modelyard/plugin-model-catalog-node';
import { ZodError } from 'zod';
import { OciApi } from './OciApi';
import { OciTokens } from './OciTokens';
import { readSelection, Selection } from './readSelection';
import { TagReader } from './TagReader';
import { TaggedDigest, toVersions } from './tags';
import { ArtifactFacts, isModel, readFacts, toWholeVersion } from './toVersion';

const repositoriesPerPage = 50;
const mostRemembered = 50_000;

/** Reads models that are packed as OCI artifacts, by ModelPack or KitOps. */
export class OciModelConnector implements ModelConnector {
  /** Digests that turned out to be something else; what a digest names never changes. */
  private readonly otherArtifacts = new Set<string>();
  /** Marks of repositories that hold no model. */
  private readonly otherRepositories = new Map<string, string>();
  private readonly tags: TagReader;

  private constructor(
    private readonly api: OciApi,
    private readonly selection: Selection,
    private readonly host: string,
    private readonly accepts: (title: string) => boolean,
  ) {
    this.tags = new TagReader(api, selection.recheckMs);
  }

  /** @throws InputError naming the key that is wrong */
  static fromConfig(context: ModelConnectorContext): OciModelConnector {
    const options = readHttpOptions(context);
    const tokens = new OciTokens({
      baseUrl: options.baseUrl,
      tokenHosts: context.config.getOptionalStringArray('tokenHosts') ?? [],
      open: baseUrl => new OutboundHttp({ ...options, baseUrl }),
    });
    return new OciModelConnector(
      new OciApi(new OutboundHttp(options), tokens),
      readSelection(context),
      new URL(options.baseUrl).host,
      context.accepts,
    );
  }

  async *listModels(options: ListModelsOptions): AsyncGenerator<SourcePage> {
    const { repositories, catalog } = this.selection;
    for (
      let start = 0;
      start < repositories.length;
      start += repositoriesPerPage
    )
      yield await this.readPage(
        repositories.slice(start, start + repositoriesPerPage),
        options,
      );
    if (!catalog) return;
    const named = new Set(repositories);
    for await (const page of this.api.listRepositories(options.signal))
      yield await this.readPage(
        page.filter(name => !named.has(name)),
        options,
      );
  }

  async readVersions(
    heads: SourceVersion[],
    { signal }: { signal: AbortSignal },
  ) {
    const problems: SourceProblem[] = [];
    const read = await Promise.all(
      heads.map(head =>
        this.readVersion(head, signal).catch((error: unknown) => {
          problems.push(toProblem(head.nativeId, error));
          return undefined;
        }),
      ),
    );
    return {
      versions: read.filter(version => version !== undefined),
      problems,
    };
  }

  private async readPage(
    repositories: string[],
    options: ListModelsOptions,
  ): Promise<SourcePage> {
    const { known, signal } = options;
    const marks = new Map(known.map(model => [model.nativeId, model.mark]));
    const read = await Promise.all(
      repositories.filter(this.accepts).map(repository =>
        this.readRepository(repository, marks.get(repository), signal).catch(
          (error: unknown): SourcePage => ({
            models: [],
            problems: [toProblem(repository, error)],
          }),
        ),
      ),
    );
    return {
      models: read.flatMap(page => page.models),
      unchanged: read.flatMap(page => page.unchanged ?? []),
      problems: read.flatMap(page => page.problems),
    };
  }

  private async readRepository(
    repository: string,
    stored: string | undefined,
    signal: AbortSignal,
  ): Promise<SourcePage> {
    const known = stored ?? this.otherRepositories.get(repository);
    const read = await this.tags.read(repository, known, signal);
    if (!read) {
      const unchanged = stored === undefined ? [] : [repository];
      return { models: [], unchanged, problems: [] };
    }
    const { tags, mark } = read;
    const model = await this.readModel(repository, tags, signal);
    if (model) return { models: [{ ...model, mark }], problems: [] };
    this.otherRepositories.set(repository, mark);
    return { models: [], problems: [] };
  }

  /** Undefined when the repository holds no model. */
  private async readModel(
    repository: string,
    tags: TaggedDigest[],
    signal: AbortSignal,
  ): Promise<SourceModel | undefined> {
    const uri = `oci://${this.host}/${repository}`;
    const own = tags.filter(({ digest }) => !this.otherArtifacts.has(digest));
    const { versions, aliases } = toVersions({ repository, uri }, own);
    const facts = await this.findFacts(repository, versions, signal);
    if (!facts) return undefined;
    return {
      nativeId: repository,
      title: repository,
      description: facts.description,
      license: facts.license,
      aliases,
      versions: versions.filter(
        ({ digest }) => !this.otherArtifacts.has(digest?.value ?? ''),
      ),
      location: repository,
    };
  }

  /** What the last version that is a model tells of the model as a whole. */
  private async findFacts(
    repository: string,
    versions: SourceVersion[],
    signal: AbortSignal,
  ): Promise<ArtifactFacts | undefined> {
    for (const { digest } of [...versions].reverse()) {
      const read =
        digest && (await this.readArtifact(repository, digest.value, signal));
      if (read) return read.facts;
    }
    return undefined;
  }

  private async readVersion(
    head: SourceVersion,
    signal: AbortSignal,
  ): Promise<SourceVersion | undefined> {
    const [, place = '', repository = '', digest = ''] =
      /^(oci:\/\/[^/]+\/([^@]+))@(.+)$/.exec(head.uri ?? '') ?? [];
    const read = await this.readArtifact(repository, digest, signal);
    return read && toWholeVersion(head, { ...read, place }, new Date());
  }

  /** Undefined for what is no model. */
  private async readArtifact(
    repository: string,
    digest: string,
    signal: AbortSignal,
  ) {
    if (this.otherArtifacts.has(digest)) return undefined;
    const manifest = await this.api.readManifest(repository, digest, signal);
    if (!manifest || !isModel(manifest)) {
      if (this.otherArtifacts.size < mostRemembered)
        this.otherArtifacts.add(digest);
      return undefined;
    }
    const config = await this.api.readConfig(
      repository,
      manifest.config,
      signal,
    );
    return { manifest, facts: readFacts(manifest, config) };
  }
}

/** What concerns one repository or version only; anything else ends the read. */
function toProblem(file: string, error: unknown): SourceProblem {
  if (error instanceof ZodError)
    return {
      file,
      field: `/${error.issues[0].path.join('/')}`,
      message: `${error.issues[0].message}; the artifact's configuration is malformed`,
    };
  if (
    error instanceof OutboundError &&
    ['not-found', 'too-large', 'unexpected'].includes(error.kind)
  )
    return { file, message: error.message };
  throw error;
}
