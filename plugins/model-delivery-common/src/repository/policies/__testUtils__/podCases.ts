import { at, changed, container, digest, Kind } from './edits';
import { Case } from './judges';

const main: [Kind, string][] = [
  ['pod', 'spec'],
  ['deployment', 'spec.template.spec'],
  ['rollout', 'spec.template.spec'],
  ['knative-service', 'spec.template.spec'],
  ['job', 'spec.template.spec'],
  ['cronjob', 'spec.jobTemplate.spec.template.spec'],
  ['scaledjob', 'spec.jobTargetRef.template.spec'],
  ['llminferenceservice', 'spec.template'],
];

const byTag = { ...container, image: 'registry.example.com/team/proxy:1' };

const everywhere: Case[] = main.flatMap(([kind, pod]) => [
  changed(
    `${kind}: a side-car by tag`,
    ['pinned-images'],
    kind,
    at(`${pod}.containers.1`, byTag),
  ),
  changed(
    `${kind}: a privileged init container`,
    ['unprivileged'],
    kind,
    at(`${pod}.initContainers`, [
      {
        ...container,
        securityContext: { runAsNonRoot: true, privileged: true },
      },
    ]),
  ),
  changed(
    `${kind}: a path of the host`,
    ['unprivileged'],
    kind,
    at(`${pod}.volumes`, [{ name: 'run', hostPath: { path: '/run' } }]),
  ),
  changed(
    `${kind}: no limits`,
    ['limits'],
    kind,
    at(`${pod}.containers.0.resources`, { requests: { cpu: '1' } }),
  ),
]);

const image = (name: string, ...breaks: string[]) =>
  changed(
    `image ${name}`,
    breaks,
    'deployment',
    at('spec.template.spec.containers.0.image', name),
  );

const images: Case[] = [
  image(`registry.example.com/a@${digest}`),
  image(`registry.example.com/a/b:1@${digest}`),
  image(`ghcr.io/acme/x@${digest}`),
  image(`ghcr.io/acme@${digest}`),
  image(`ghcr.io/acme:1@${digest}`),
  image(`registry.example.com/a@sha256:${'a'.repeat(63)}`, 'pinned-images'),
  image(`registry.example.com/a@${digest}0`, 'pinned-images'),
  image(`registry.example.com/a@sha512:${'a'.repeat(128)}`, 'pinned-images'),
  image(`registry.example.com.evil.io/x@${digest}`, 'registries'),
  image(`registry.example.com:5000/x@${digest}`, 'registries'),
  image(`registry.example.com@${digest}`, 'registries'),
  image(`evil.io/registry.example.com/x@${digest}`, 'registries'),
  image(`ghcr.io/acme-evil/x@${digest}`, 'registries'),
  image(`ghcr.io/other@${digest}`, 'registries'),
  image('python', 'pinned-images', 'registries'),
  image(''),
];

const security = (name: string, accepted: boolean, context: object) =>
  changed(
    name,
    accepted ? [] : ['unprivileged'],
    'deployment',
    at('spec.template.spec.securityContext', { runAsNonRoot: true }),
    at('spec.template.spec.containers.0.securityContext', context),
  );

const boxes: Case[] = [
  security('non-root by the Pod', true, {}),
  security('non-root contradicted', false, { runAsNonRoot: false }),
  security('all dropped', true, {
    privileged: false,
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'], add: [] },
  }),
  security('a capability added', false, { capabilities: { add: ['NET_RAW'] } }),
  security('escalation', false, { allowPrivilegeEscalation: true }),
  changed(
    'root by silence',
    ['unprivileged'],
    'deployment',
    at('spec.template.spec.containers.0.securityContext', undefined),
  ),
  ...['hostNetwork', 'hostPID', 'hostIPC'].flatMap(field =>
    [true, false].map(value =>
      changed(
        `${field} ${value}`,
        value ? ['unprivileged'] : [],
        'deployment',
        at(`spec.template.spec.${field}`, value),
      ),
    ),
  ),
];

const kserve: Case[] = [
  changed(
    'a model with an image by tag',
    ['pinned-images'],
    'inferenceservice',
    at('spec.predictor.model.image', byTag.image),
  ),
  changed(
    'a model without limits',
    ['limits'],
    'inferenceservice',
    at('spec.predictor.model.resources', undefined),
  ),
  changed(
    'a model of the old way',
    ['pinned-images'],
    'inferenceservice',
    at('spec.predictor.model', undefined),
    at('spec.predictor.sklearn', byTag),
  ),
  ...['predictor', 'transformer', 'explainer', 'predictor.workerSpec'].map(
    place =>
      changed(
        `a container of the ${place} by tag`,
        ['pinned-images'],
        'inferenceservice',
        at(`spec.${place}.containers`, [byTag]),
      ),
  ),
  changed(
    'a canary by tag',
    ['pinned-images'],
    'inferenceservice',
    at('spec.canary', [
      { trafficPercent: 0, predictor: {} },
      { trafficPercent: 5, predictor: { name: 'canary', model: byTag } },
    ]),
  ),
  changed(
    'an accepted canary',
    [],
    'inferenceservice',
    at('spec.canary', [
      { trafficPercent: 5, predictor: { name: 'canary', model: container } },
    ]),
  ),
  ...['worker', 'prefill.template', 'router.scheduler.template'].map(place =>
    changed(
      `${place} by tag`,
      ['pinned-images'],
      'llminferenceservice',
      at(`spec.${place}`, { containers: [byTag] }),
    ),
  ),
];

const step = 'spec.workflowSpec.templates.0';

const workflows: Case[] = [
  ...(
    [
      ['script', byTag],
      ['sidecars', [byTag]],
      ['initContainers', [byTag]],
      ['containerSet', { containers: [byTag] }],
    ] as const
  ).map(([field, value]) =>
    changed(
      `a step with ${field} by tag`,
      ['pinned-images'],
      'cronworkflow',
      at(`${step}.${field}`, value),
    ),
  ),
  changed(
    'non-root by the workflow',
    [],
    'cronworkflow',
    at('spec.workflowSpec.securityContext', { runAsNonRoot: true }),
    at(`${step}.container.securityContext`, undefined),
  ),
  changed(
    'a step that inherits nothing',
    ['unprivileged'],
    'cronworkflow',
    at('spec.workflowSpec.securityContext', { runAsNonRoot: true }),
    at(`${step}.container.securityContext`, undefined),
    at(`${step}.securityContext`, { runAsUser: 0 }),
  ),
  changed(
    'a patch of the Pod',
    ['unprivileged'],
    'cronworkflow',
    at('spec.workflowSpec.podSpecPatch', 'hostNetwork: true'),
  ),
  changed(
    'a workflow on the network of the host',
    ['unprivileged'],
    'cronworkflow',
    at('spec.workflowSpec.hostNetwork', true),
  ),
  changed(
    'a workflow by hand',
    ['pinned-images'],
    'cronworkflow',
    at('kind', 'Workflow'),
    at('spec', { templates: [{ name: 'train', container: byTag }] }),
  ),
];

/** Cases of the rules about Pods. */
export const podCases: Case[] = [
  ...everywhere,
  ...images,
  ...boxes,
  ...kserve,
  ...workflows,
];
