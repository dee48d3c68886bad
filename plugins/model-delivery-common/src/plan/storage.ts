import { error, warning } from '../input/findings';
import { ServiceInput } from '../input/serviceInputSchema';
import { Finding, PlannedArtifact, ResolvedModelVersion } from './types';

const field = '/model/version';
const bytesPerSecond = 50 * 2 ** 20;

/** Where the serving runtime finds a version, and what kind of model it is. */
export interface ModelStorage {
  storageUri: string;
  modelFormat: string;
  /** Size of what is loaded; 0 where the registry does not say. */
  sizeBytes: number;
  /** Time the model may take to load, with plenty to spare. */
  loadSeconds: number;
}

// Schemes of KServe's storage initializer, each with what pins the content.
const schemes: Record<string, RegExp> = {
  s3: /^s3:\/\/[^/]+\/.+/,
  gs: /^gs:\/\/[^/]+\/.+/,
  pvc: /^pvc:\/\/[^/]+\/.+/,
  hdfs: /^hdfs:\/\/.+/,
  webhdfs: /^webhdfs:\/\/.+/,
  https: /^https:\/\/[^/]+\/.+/,
  hf: /^hf:\/\/[^/:]+\/[^/:]+:[0-9a-f]{40}$/,
  oci: /^oci:\/\/.+@sha256:[0-9a-f]{64}$/,
};

const formats: Record<string, string> = {
  joblib: 'sklearn',
  pickle: 'sklearn',
  pkl: 'sklearn',
  sklearn: 'sklearn',
  skops: 'sklearn',
  xgboost: 'xgboost',
  bst: 'xgboost',
  ubj: 'xgboost',
  lightgbm: 'lightgbm',
  onnx: 'onnx',
  pytorch: 'pytorch',
  pt: 'pytorch',
  torchscript: 'pytorch',
  tensorflow: 'tensorflow',
  savedmodel: 'tensorflow',
  saved_model: 'tensorflow',
  pmml: 'pmml',
  paddle: 'paddle',
  mlflow: 'mlflow',
  safetensors: 'huggingface',
  huggingface: 'huggingface',
  transformers: 'huggingface',
  gguf: 'huggingface',
};

/** The folder that holds all of several files, or the one file itself. */
function commonPlace(uris: readonly string[]): string | undefined {
  if (uris.length <= 1) return uris[0];
  const split = uris.map(uri => uri.split('/').slice(0, -1));
  const shared = split.reduce((left, right) => {
    const end = left.findIndex((step, i) => step !== right[i]);
    return end < 0 ? left : left.slice(0, end);
  });
  return shared.length > 3 ? shared.join('/') : undefined;
}

function resolveFormat(
  artifacts: readonly PlannedArtifact[],
): string | undefined {
  const known = artifacts
    .map(a => (a.format ?? a.uri.split('.').pop() ?? '').toLowerCase())
    .find(format => Object.hasOwn(formats, format));
  if (known) return formats[known];
  const names = artifacts.map(a => a.uri.split('/').pop());
  return names.includes('config.json') && names.includes('tokenizer.json')
    ? 'huggingface'
    : undefined;
}

/** Schemes that only the storage initializer of InferenceServices reads. */
const notForLanguageModels = ['gs', 'hdfs', 'webhdfs', 'https'];

function checkRuntimeReads(uri: string, { runtime }: ServiceInput): Finding[] {
  const scheme = uri.split(':')[0];
  if (runtime.kind !== 'kserve-llm' || !notForLanguageModels.includes(scheme)) {
    return [];
  }
  return [
    error(
      field,
      `an LLMInferenceService can't read "${scheme}:" (it reads s3, pvc, hf, oci)`,
    ),
  ];
}

function checkUri(uri: string | undefined, several: boolean): Finding[] {
  if (uri === undefined) {
    return [
      error(field, 'its artifacts share no folder, so no runtime can load it'),
    ];
  }
  const scheme = /^([a-z0-9+.-]+):/.exec(uri)?.[1] ?? '';
  if (!Object.hasOwn(schemes, scheme)) {
    const known = Object.keys(schemes).join(', ');
    return [error(field, `KServe can't read "${scheme}:" (it reads ${known})`)];
  }
  if (!schemes[scheme].test(uri) || /[\s"'`\\?#{}]|\.\.\//.test(uri)) {
    const pin = { hf: ':<40-hex commit>', oci: '@sha256:<digest>' }[scheme];
    const what = pin ? `must end in ${pin}` : 'is no plain storage address';
    return [error(field, `where its files lie ("${scheme}:") ${what}`)];
  }
  if (scheme === 'https' && several) {
    return [error(field, 'KServe loads one file over https, not a folder')];
  }
  return [];
}

/**
 * Resolves a version to the address that KServe loads, never to an alias or to
 * the registry itself.
 */
export function resolveStorage(
  model: ResolvedModelVersion,
  input: ServiceInput,
) {
  const { artifacts } = model;
  const uri =
    artifacts.length > 0
      ? commonPlace(artifacts.map(a => a.uri))
      : model.storageUri;
  const findings = checkUri(uri, artifacts.length > 1);
  if (!findings.length && uri) findings.push(...checkRuntimeReads(uri, input));
  const modelFormat = resolveFormat(artifacts);
  if (!modelFormat && input.runtime.kind === 'kserve') {
    findings.push(
      warning(
        field,
        'the registry names no model format that KServe brings a runtime for: the cluster needs a ServingRuntime for "custom"',
      ),
    );
  }
  const bytes = artifacts.reduce((sum, a) => sum + (a.sizeBytes ?? 0), 0);
  const storage: ModelStorage = {
    storageUri: uri ?? '',
    modelFormat: modelFormat ?? 'custom',
    sizeBytes: bytes,
    loadSeconds: 60 + Math.ceil(bytes / bytesPerSecond),
  };
  return { storage, findings };
}
