import { createHash } from 'node:crypto';
import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  modelConnectorsExtensionPoint,
  SourceModel,
  SourceVersion,
} from '@modelyard/plugin-model-catalog-node';

const modelsPerPage = 50;
const day = 24 * 60 * 60 * 1000;
const tasks = ['tabular-classification', 'text-generation', 'object-detection'];
const tiers = ['high', 'limited', 'minimal'];
const licenses = ['Apache-2.0', 'MIT', 'CC-BY-4.0'];
const lifecycles = ['production', 'experimental', 'deprecated'];
const subjects = ['fraud', 'churn', 'demand', 'credit', 'defects', 'routing'];

/** How much a source holds. */
export interface BenchSize {
  models: number;
  /** As a registry has after some weeks of nightly training. */
  versionsPerModel: number;
}

/** Whether a registry has changed since it was read first. */
export type BenchStage = 'first' | 'later';

/** A source of type `bench`. */
export interface BenchSource {
  size: BenchSize;
  /** Made up before it is read, so that this is not measured; it takes memory. */
  isReady?: boolean;
  /** Of `later`, some models and versions are gone, and some are not what they were. */
  stage: BenchStage;
}

function makeVersion(
  model: string,
  number: number,
  seed: string,
): SourceVersion {
  const digest = createHash('sha256')
    .update(`${model}/${number}${seed}`)
    .digest('hex');
  return {
    nativeId: `${model}/${number}`,
    version: String(number),
    createdAt: new Date(Date.UTC(2026, 0, 1) + number * day).toISOString(),
    createdBy: 'user:default/data-scientist',
    status: 'ready',
    artifacts: [
      {
        uri: `s3://models/${model}/${number}/model.joblib`,
        digest: `sha256:${digest}`,
        sizeBytes: 4096 + number,
        format: 'joblib',
      },
    ],
    metrics: [
      { name: 'roc_auc', value: 0.8 + number / 1000, higherIsBetter: true },
      { name: 'log_loss', value: 0.4 - number / 1000, higherIsBetter: false },
    ],
    params: { max_depth: String(number), learning_rate: '0.1' },
    datasets: [{ name: 'loans', digest: `sha256:${digest}`, role: 'train' }],
    card: `# ${model} ${number}\n\n## Intended use\n\nMeasured, not used.`,
  };
}

/** One of twenty teams, however many models there are. */
export const teamOf = (index: number) => `group:default/team-${index % 20}`;

/** The word that only this model has. */
export const wordOf = (index: number) => `unit${index}`;

/** Later one in ten has another champion, which is no challenger any more. */
function makeAliases(
  index: number,
  { size, stage }: BenchSource,
): Record<string, string> {
  const newest = String(size.versionsPerModel);
  const isChallenged = index % 10 === 0 && stage === 'first';
  return {
    champion: isChallenged ? String(size.versionsPerModel - 1) : newest,
    ...(isChallenged && { challenger: newest }),
    ...(index % 10 === 3 && { shadow: '3' }),
  };
}

function makeModel(
  index: number,
  source: BenchSource,
): SourceModel | undefined {
  const { size, stage } = source;
  const isLater = stage === 'later';
  if (isLater && index % 50 === 49) return undefined;
  const name = `bench-${index}`;
  const isChanged = (number: number) =>
    isLater && index % 40 === 0 && number === 2;
  const isGone = (number: number) =>
    isLater && index % 20 === 0 && number === 1;
  const numbers = Array.from(
    { length: size.versionsPerModel },
    (_, n) => n + 1,
  );
  return {
    nativeId: name,
    title: `${subjects[index % subjects.length]} of ${wordOf(index)}`,
    description: 'Measured, not used; a model among many of its kind.',
    type: 'classifier',
    lifecycle: lifecycles[index % lifecycles.length],
    owner: teamOf(index),
    task: tasks[index % tasks.length],
    license: licenses[index % licenses.length],
    riskTier: tiers[index % tiers.length],
    aliases: makeAliases(index, source),
    versions: numbers
      .filter(number => !isGone(number))
      .map(n => makeVersion(name, n, isChanged(n) ? ' again' : '')),
    location: name,
  };
}

function makePage(source: BenchSource, from: number): SourceModel[] {
  const models: SourceModel[] = [];
  const end = Math.min(from + modelsPerPage, source.size.models);
  for (let index = from; index < end; index += 1) {
    const model = makeModel(index, source);
    if (model) models.push(model);
  }
  return models;
}

function pagesOf(source: BenchSource): () => Iterable<SourceModel[]> {
  const make = function* makePages() {
    for (let from = 0; from < source.size.models; from += modelsPerPage)
      yield makePage(source, from);
  };
  if (!source.isReady) return make;
  const ready = [...make()];
  return () => ready;
}

/** Serves the type `bench`, from what the source is when it is read. */
export function benchSourceModule(source: BenchSource) {
  const pages = pagesOf(source);
  return createBackendModule({
    pluginId: 'model-catalog',
    moduleId: 'bench',
    register(reg) {
      reg.registerInit({
        deps: { connectors: modelConnectorsExtensionPoint },
        async init({ connectors }) {
          connectors.addConnectorFactory('bench', () => ({
            async *listModels() {
              for (const models of pages()) yield { models, problems: [] };
            },
          }));
        },
      });
    },
  });
}
