import { createHash } from 'node:crypto';
import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  modelConnectorsExtensionPoint,
  SourceModel,
  SourceVersion,
} from '@modelyard/plugin-model-catalog-node';

/** Versions of one model, as a registry after some weeks of nightly training. */
export const versionsPerModel = 20;

const modelsPerPage = 50;

function makeVersion(model: string, number: number): SourceVersion {
  const digest = createHash('sha256')
    .update(`${model}/${number}`)
    .digest('hex');
  return {
    nativeId: `${model}/${number}`,
    version: String(number),
    createdAt: new Date(Date.UTC(2026, 0, number)).toISOString(),
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

function makeModel(index: number): SourceModel {
  const name = `bench-${index}`;
  return {
    nativeId: name,
    title: name,
    type: 'classifier',
    lifecycle: 'production',
    owner: `group:default/team-${index % 10}`,
    task: 'tabular-classification',
    license: 'Apache-2.0',
    riskTier: 'high',
    aliases: { champion: String(versionsPerModel) },
    versions: Array.from({ length: versionsPerModel }, (_, n) =>
      makeVersion(name, n + 1),
    ),
    location: name,
  };
}

/** Type `bench` of source: `modelCount` models, page by page, made up beforehand. */
export function benchSourceModule(modelCount: number) {
  const models = Array.from({ length: modelCount }, (_, n) => makeModel(n));
  return createBackendModule({
    pluginId: 'model-catalog',
    moduleId: 'bench',
    register(reg) {
      reg.registerInit({
        deps: { connectors: modelConnectorsExtensionPoint },
        async init({ connectors }) {
          connectors.addConnectorFactory('bench', () => ({
            async *listModels() {
              for (let from = 0; from < models.length; from += modelsPerPage)
                yield {
                  models: models.slice(from, from + modelsPerPage),
                  problems: [],
                };
            },
          }));
        },
      });
    },
  });
}
