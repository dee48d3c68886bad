import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ModelConnector } from '@modelyard/plugin-model-catalog-node';
import { rmSync } from 'node:fs';
import path from 'node:path';
import {
  exampleManifest,
  exampleVersion,
} from '../../__testUtils__/manifestFolder';
import { builtInConnectors } from '../builtInConnectors';
import { GitRepository } from '../git/__testUtils__/gitRepository';
import {
  RegistryDialect,
  ScriptedModel,
  startRegistry,
} from './scriptedRegistry';

/** A source that holds what it is told to, and a connector that reads it. */
export interface ContractStage {
  hold(models: ScriptedModel[]): void;
  /** What is told of this model is malformed from now on. */
  spoil(name: string): void;
  connector: ModelConnector;
  close(): Promise<void>;
}

/** A kind of source that every promise of a connector is tried on. */
export interface ContractSubject {
  title: string;
  /** Whether it has marks to ask by. */
  hasMarks: boolean;
  isResumable: boolean;
  /** What the connector gives for a model. */
  shownAs: NonNullable<RegistryDialect['shownAs']>;
  open(models: ScriptedModel[]): Promise<ContractStage>;
}

/** The connector of a source with this configuration, as the plugin makes it. */
export function connectTo(
  type: string,
  config: Record<string, unknown>,
): ModelConnector {
  const root = { modelCatalog: { sources: [{ type, ...config }] } };
  const [source] = new ConfigReader(root).getConfigArray(
    'modelCatalog.sources',
  );
  return builtInConnectors[type]({
    sourceId: 'one',
    configKey: 'modelCatalog.sources[0]',
    config: source,
    schedule: { frequency: { minutes: 5 }, timeout: { minutes: 4 } },
    accepts: () => true,
  });
}

const shownAsItIs: ContractSubject['shownAs'] = ({ aliases, versions }) => ({
  aliases,
  versions: versions.map(({ version }) => version),
});

/** A registry of this dialect. */
export function scriptedSubject(dialect: RegistryDialect): ContractSubject {
  return {
    title: dialect.type,
    hasMarks: dialect.callsWhenUnchanged !== undefined,
    isResumable: dialect.isResumable ?? false,
    shownAs: dialect.shownAs ?? shownAsItIs,
    async open(first) {
      let models = first;
      const registry = await startRegistry(request =>
        dialect.answer(models, request),
      );
      return {
        hold: next => {
          models = next;
        },
        spoil: name => {
          registry.fault = (_nth, request) => ({
            kind: 'rewrite',
            rewrite: answer => dialect.spoil(name, answer, request),
          });
        },
        connector: connectTo(dialect.type, {
          baseUrl: registry.baseUrl,
          ...dialect.config(first),
        }),
        close: () => registry.close(),
      };
    },
  };
}

function toManifest({ name, aliases, versions }: ScriptedModel): string {
  return exampleManifest(name, {
    spec: { aliases },
    versions: versions.map(({ version, createdAt }) =>
      exampleVersion('1', { version, createdAt }),
    ),
  });
}

/** Manifests in a folder, or in a repository that is copied. */
export function gitSubject(options: { isCopied: boolean }): ContractSubject {
  const clones = createMockDirectory();
  return {
    title: options.isCopied ? 'git, a repository' : 'git, a folder',
    hasMarks: true,
    isResumable: false,
    shownAs: shownAsItIs,
    async open(first) {
      clones.clear();
      const repository = new GitRepository();
      const models = path.join(repository.folder, 'models');
      const write = (files: [string, string][]) =>
        repository.commit(
          Object.fromEntries(
            files.map(([name, text]) => [`models/${name}/model.yaml`, text]),
          ),
        );
      const written = new Map<string, string>();
      const hold = (held: ScriptedModel[]) => {
        const texts = new Map(held.map(m => [m.name, toManifest(m)]));
        for (const name of [...written.keys()].filter(n => !texts.has(n)))
          rmSync(path.join(models, name), { recursive: true });
        // A file that is written again has changed, whatever is in it.
        write([...texts].filter(([name, text]) => written.get(name) !== text));
        written.clear();
        for (const [name, text] of texts) written.set(name, text);
      };
      hold(first);
      return {
        hold,
        spoil: name => {
          write([[name, 'kind: Nothing']]);
        },
        connector: connectTo(
          'git',
          options.isCopied
            ? { target: repository.url, directory: clones.resolve('clone') }
            : { target: models },
        ),
        close: async () => repository.remove(),
      };
    },
  };
}
