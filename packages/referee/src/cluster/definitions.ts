import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { KubernetesObject, parseObjects } from '../planner';
import { moduleFolder } from '../tools/goModules';

/** Where definitions of custom resources come from. */
export interface DefinitionSource {
  title: string;
  version: string;
  /** Go module; absent for what is kept here because no module is to be had. */
  module?: string;
  /** Paths in the module, or in this package. */
  files: readonly string[];
}

const bases = 'config/crd/bases';
const kserve = 'config/crd/full';
const kyverno = 'config/crds/policies.kyverno.io/policies.kyverno.io';
const prometheus = 'example/prometheus-operator-crd/monitoring.coreos.com';

/** Definitions of every kind in planned repositories that Kubernetes itself has not. */
export const definitionSources: readonly DefinitionSource[] = [
  {
    title: 'KServe',
    module: 'github.com/kserve/kserve',
    version: 'v0.20.0',
    files: [
      `${kserve}/serving.kserve.io_inferenceservices.yaml`,
      `${kserve}/llmisvc/serving.kserve.io_llminferenceservices.yaml`,
    ],
  },
  {
    title: 'Knative Serving',
    module: 'knative.dev/serving',
    version: 'v0.51.0',
    files: ['service', 'configuration', 'revision'].map(
      kind => `config/core/300-resources/${kind}.yaml`,
    ),
  },
  {
    title: 'KEDA',
    module: 'github.com/kedacore/keda/v2',
    version: 'v2.21.0',
    files: ['scaledobjects', 'scaledjobs', 'triggerauthentications'].map(
      kind => `${bases}/keda.sh_${kind}.yaml`,
    ),
  },
  {
    title: 'Argo CD',
    module: 'github.com/argoproj/argo-cd/v3',
    version: 'v3.5.7',
    files: ['application', 'applicationset', 'appproject'].map(
      kind => `manifests/crds/${kind}-crd.yaml`,
    ),
  },
  {
    title: 'Argo Rollouts',
    module: 'github.com/argoproj/argo-rollouts',
    version: 'v1.10.1',
    files: ['rollout', 'analysis-template'].map(
      kind => `manifests/crds/${kind}-crd.yaml`,
    ),
  },
  {
    title: 'Argo Workflows',
    module: 'github.com/argoproj/argo-workflows/v3',
    version: 'v3.7.3',
    files: ['cronworkflows', 'workflows'].map(
      kind => `manifests/base/crds/full/argoproj.io_${kind}.yaml`,
    ),
  },
  {
    title: 'Flux source-controller',
    module: 'github.com/fluxcd/source-controller',
    version: 'v1.9.6',
    files: [`${bases}/source.toolkit.fluxcd.io_gitrepositories.yaml`],
  },
  {
    title: 'Flux kustomize-controller',
    module: 'github.com/fluxcd/kustomize-controller',
    version: 'v1.9.6',
    files: [`${bases}/kustomize.toolkit.fluxcd.io_kustomizations.yaml`],
  },
  {
    title: 'Kyverno',
    module: 'github.com/kyverno/kyverno',
    version: 'v1.19.1',
    files: ['validatingpolicies', 'imagevalidatingpolicies'].map(
      kind => `${kyverno}_${kind}.yaml`,
    ),
  },
  {
    title: 'Gatekeeper',
    module: 'github.com/open-policy-agent/frameworks/constraint',
    version: 'v0.0.0-20260616163050-e1eaa1bf6d62',
    files: ['deploy/crds.yaml'],
  },
  {
    title: 'External Secrets',
    version: 'v2.9.0',
    files: ['src/cluster/__fixtures__/external-secrets-2.9.0.crd.yaml.gz'],
  },
  {
    title: 'Prometheus operator',
    module: 'github.com/prometheus-operator/prometheus-operator',
    version: 'v0.93.0',
    files: ['podmonitors', 'servicemonitors', 'prometheusrules'].map(
      kind => `${prometheus}_${kind}.yaml`,
    ),
  },
  {
    title: 'Vertical Pod Autoscaler',
    module: 'k8s.io/autoscaler/vertical-pod-autoscaler',
    version: 'v1.8.1',
    files: ['deploy/vpa-v1-crd-gen.yaml'],
  },
];

async function textsOf(source: DefinitionSource): Promise<string[]> {
  const { module, version, files } = source;
  if (!module) {
    return files.map(file =>
      gunzipSync(
        readFileSync(resolvePackagePath('@modelyard/referee', file)),
      ).toString(),
    );
  }
  const folder = await moduleFolder(module, version);
  return Promise.all(files.map(file => readFile(join(folder, file), 'utf8')));
}

/** The definitions of a source as its authors publish them. */
export async function definitionsOf(
  source: DefinitionSource,
): Promise<KubernetesObject[]> {
  const texts = await textsOf(source);
  const found = texts
    .flatMap(parseObjects)
    .filter(object => object?.kind === 'CustomResourceDefinition');
  if (found.length < source.files.length) {
    throw new Error(`${source.title} ${source.version} lacks a definition`);
  }
  return found;
}
