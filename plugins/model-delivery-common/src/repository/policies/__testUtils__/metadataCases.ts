import {
  alignmentAnnotation,
  complianceLabel,
  kubernetesLabels,
  modelAnnotations,
  modelLabels,
} from '@modelyard/plugin-model-catalog-common';
import { annotation, at, changed, edited, label } from './edits';
import { Case } from './judges';

const component = kubernetesLabels.component;
const inference = { [component]: 'ai-inference' };

const labels: Case[] = [
  ...[
    ...Object.values(modelLabels).filter(key => key !== modelLabels.tenant),
    complianceLabel,
    kubernetesLabels.name,
    kubernetesLabels.managedBy,
  ].map(key =>
    changed(`no label ${key}`, ['labels'], 'deployment', label(key, undefined)),
  ),
  changed(
    'an empty label',
    ['labels'],
    'inferenceservice',
    label(modelLabels.owner, ''),
  ),
  changed(
    'an unknown compliance',
    ['labels'],
    'cronjob',
    label(complianceLabel, 'passed-twice'),
  ),
  changed(
    'only labels of the Pods',
    ['labels'],
    'deployment',
    at('metadata.labels', undefined),
  ),
];

const annotations: Case[] = [
  ...[
    alignmentAnnotation,
    modelAnnotations.modelRef,
    modelAnnotations.modelDigest,
    modelAnnotations.licenseCheck,
  ].map(key =>
    changed(
      `no annotation ${key}`,
      ['annotations'],
      'pod',
      annotation(key, undefined),
    ),
  ),
  changed(
    'an unknown alignment',
    ['annotations'],
    'scaledjob',
    annotation(alignmentAnnotation, 'promised'),
  ),
  ...['latest', `sha256:${'A'.repeat(64)}`, `git:${'a'.repeat(31)}`].map(
    value =>
      changed(
        `digest ${value}`,
        ['annotations'],
        'rollout',
        annotation(modelAnnotations.modelDigest, value),
      ),
  ),
  changed(
    'a digest of Git',
    [],
    'rollout',
    annotation(modelAnnotations.modelDigest, `git:${'a'.repeat(40)}`),
  ),
  changed(
    'no annotations at all',
    ['annotations', 'verdict', 'licenses'],
    'cronworkflow',
    at('metadata.annotations', undefined),
  ),
];

const noVerdict = annotation(modelAnnotations.verdictDigest, undefined);

const verdict: Case[] = [
  changed(
    'no verdict in dev',
    [],
    'deployment',
    label(modelLabels.environment, 'dev'),
    noVerdict,
  ),
  changed(
    'no verdict in production',
    ['verdict'],
    'deployment',
    label(modelLabels.environment, 'production'),
    noVerdict,
  ),
  changed(
    'no verdict and no environment',
    ['labels'],
    'deployment',
    label(modelLabels.environment, undefined),
    noVerdict,
  ),
  changed(
    'a verdict that is no digest',
    ['verdict'],
    'llminferenceservice',
    annotation(modelAnnotations.verdictDigest, `x sha256:${'a'.repeat(64)}`),
  ),
];

const licence = (text: string | undefined, allowed: boolean) =>
  changed(
    `licence ${text}`,
    allowed ? [] : ['licenses'],
    'inferenceservice',
    annotation(modelAnnotations.license, text),
  );

const licenses: Case[] = [
  ...[
    'MIT',
    ' ( MIT ) ',
    '(MIT OR Apache-2.0) AND MIT',
    '((MIT)AND(Apache-2.0))',
    'Apache-2.0 WITH LLVM-exception',
  ].map(text => licence(text, true)),
  ...[
    undefined,
    '',
    '()',
    'MIT AND GPL-3.0-only',
    'MIT OR GPL-3.0-only',
    'GPL-3.0-only OR MIT',
    'MIT WITH Autoconf-exception-3.0',
    'MIT and Apache-2.0',
    'MIT Apache-2.0',
    'MITAND MIT',
    'Apache-2x0',
    'MIT+',
    'MIT\nGPL-3.0-only',
    'NOASSERTION',
  ].map(text => licence(text, false)),
];

const foreign: Case[] = [
  changed(
    'an unlabelled object',
    [],
    'deployment',
    at('metadata', { name: 'case' }),
    at('spec.template', {
      metadata: {},
      spec: { hostNetwork: true, containers: [{ image: 'nginx' }] },
    }),
  ),
  changed(
    'another component',
    [],
    'deployment',
    at('metadata.labels', { [component]: 'web' }),
    at('spec.template.metadata.labels', { [component]: 'ai-inference-docs' }),
  ),
  changed(
    'a Job that is being deleted',
    [],
    'job',
    at('metadata.deletionTimestamp', '2026-01-01T00:00:00Z'),
    at('metadata.finalizers', ['example.com/hold']),
    at('spec.template.spec.hostNetwork', true),
  ),
];

// A label in one of these places alone is enough.
const places: Case[] = (
  [
    ['deployment', 'spec.template.metadata.labels'],
    ['knative-service', 'spec.template.metadata.labels'],
    ['cronjob', 'spec.jobTemplate.metadata.labels'],
    ['cronjob', 'spec.jobTemplate.spec.template.metadata.labels'],
    ['scaledjob', 'spec.jobTargetRef.template.metadata.labels'],
    ['inferenceservice', 'spec.predictor.labels'],
    ['inferenceservice', 'spec.transformer.labels'],
    ['llminferenceservice', 'spec.labels'],
    ['llminferenceservice', 'spec.prefill.labels'],
    ['cronworkflow', 'spec.workflowSpec.podMetadata.labels'],
    ['cronworkflow', 'spec.workflowSpec.templates.0.metadata.labels'],
    ['cronworkflow', 'spec.workflowMetadata.labels'],
  ] as const
).map(([kind, place]) => ({
  name: `${kind} that ${place} gives away`,
  breaks: ['labels'],
  object: edited(kind, at('metadata.labels', undefined), at(place, inference)),
}));

/** Cases of the rules about labels and annotations, and of what is not judged. */
export const metadataCases: Case[] = [
  ...labels,
  ...annotations,
  ...verdict,
  ...licenses,
  ...foreign,
  ...places,
];
