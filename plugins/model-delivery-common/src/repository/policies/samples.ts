import {
  alignmentAnnotation,
  complianceLabel,
  inferenceComponent,
  kubernetesLabels,
  modelAnnotations,
  modelLabels,
  trainingComponent,
} from '@modelyard/plugin-model-catalog-common';
import { PlatformRules } from '../../plan/types';
import { RepositoryFile, YamlObject } from '../types';
import {
  SampleParts,
  SampleWorkload,
  sampleWorkloads,
} from './sampleWorkloads';

/** An object that shows what the policies do with it. */
export interface Sample {
  name: string;
  /** Id of the one rule that it breaks; absent when it is accepted. */
  breaks?: string;
  object: YamlObject;
}

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

/** Parts of an object that every rule of a platform accepts. */
export function acceptedParts(platform: PlatformRules = {}): SampleParts {
  const registry = platform.registries?.[0] ?? 'registry.example.com';
  const license = platform.licenses?.[0] ?? 'Apache-2.0';
  return {
    labels: {
      [kubernetesLabels.name]: 'sample',
      [kubernetesLabels.component]: inferenceComponent,
      [kubernetesLabels.managedBy]: 'modelyard',
      [modelLabels.model]: 'credit-risk',
      [modelLabels.modelVersion]: '7',
      [modelLabels.service]: 'sample',
      [modelLabels.environment]: 'prod',
      [modelLabels.owner]: 'risk-ml',
      [modelLabels.costCenter]: 'cc-42',
      [complianceLabel]: 'passed',
    },
    annotations: {
      [modelAnnotations.modelRef]: 'model:default/credit-risk',
      [modelAnnotations.modelDigest]: digest,
      [modelAnnotations.verdictDigest]: digest,
      [modelAnnotations.license]: license,
      [modelAnnotations.licenseCheck]: 'passed',
      [alignmentAnnotation]: 'audited',
    },
    container: {
      name: 'main',
      image: `${registry.replace(/\/+$/, '')}/team/model@${digest}`,
      resources: { limits: { cpu: '1', memory: '1Gi' } },
      securityContext: { runAsNonRoot: true },
    },
    pod: {},
  };
}

function without(values: Record<string, string>, key: string) {
  const { [key]: _, ...others } = values;
  return others;
}

type Change = (parts: SampleParts) => Partial<SampleParts>;

const withImage =
  (change: (image: string) => string): Change =>
  ({ container }) => ({
    container: { ...container, image: change(String(container.image)) },
  });

// What breaks one rule and leaves the others alone.
const breaking: Readonly<Record<string, Change>> = {
  labels: ({ labels }) => ({ labels: without(labels, modelLabels.owner) }),
  annotations: ({ annotations }) => ({
    annotations: without(annotations, modelAnnotations.modelDigest),
  }),
  verdict: ({ annotations }) => ({
    annotations: without(annotations, modelAnnotations.verdictDigest),
  }),
  'pinned-images': withImage(image => image.replace(/@.*/, ':latest')),
  limits: ({ container }) => ({
    container: { ...container, resources: { limits: { cpu: '1' } } },
  }),
  unprivileged: ({ container }) => ({
    container: {
      ...container,
      securityContext: { runAsNonRoot: true, privileged: true },
    },
  }),
  // The host of a registry that is allowed, as the beginning of another's.
  registries: withImage(image => image.replace('/', '.elsewhere.invalid/')),
  licenses: ({ annotations }) => ({
    annotations: {
      ...annotations,
      [modelAnnotations.license]: `${annotations[modelAnnotations.license]} AND LicenseRef-not-allowed`,
    },
  }),
};

function goodSamples(platform: PlatformRules): Sample[] {
  const parts = acceptedParts(platform);
  const training = {
    ...parts,
    labels: {
      ...parts.labels,
      [kubernetesLabels.component]: trainingComponent,
    },
  };
  return Object.entries<SampleWorkload>(sampleWorkloads).map(
    ([name, { make, trains }]) => ({
      name: `good-${name}`,
      object: make(`good-${name}`, trains ? training : parts),
    }),
  );
}

/**
 * Samples of the rules with some ids. A platform that allows no registry or no
 * licence accepts nothing that could be shown, so it gets none.
 */
export function samplesOf(
  ids: readonly string[],
  platform: PlatformRules = {},
): Sample[] {
  const { registries, licenses } = platform;
  if (registries?.length === 0 || licenses?.length === 0) return [];
  const parts = acceptedParts(platform);
  return [
    ...goodSamples(platform),
    ...ids.map(id => ({
      name: `bad-${id}`,
      breaks: id,
      object: sampleWorkloads.deployment.make(`bad-${id}`, {
        ...parts,
        ...breaking[id](parts),
      }),
    })),
  ];
}

/** Name of a sample's file in `policies/samples/`. */
export const sampleName = (name: string) => `${name}.yaml`;

/** Files of `policies/samples/`, which the engines share. */
export function sampleFiles(samples: readonly Sample[]): RepositoryFile[] {
  return samples.map(({ name, object }) => ({
    path: `policies/samples/${sampleName(name)}`,
    documents: [object],
  }));
}
