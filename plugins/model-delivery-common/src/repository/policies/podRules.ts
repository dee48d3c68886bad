import { Rule } from './rule';

const textItems = { type: 'string' };

/** CEL: names of the containers of every Pod that a condition on `c` holds for. */
function celContainers(condition: string): string {
  return `variables.pods.map(p, p.containers.filter(c,\n${condition}\n).map(c, has(c.name) ? c.name : "a container without a name").join(", ")).filter(names, names != "")`;
}

/** CEL: a chain of `has` that ends in a condition. */
function celHas(path: string, condition: string): string {
  const steps = path.split('.');
  const parents = steps
    .slice(1)
    .map((_, i) => `has(${steps.slice(0, i + 2).join('.')})`);
  return `(${[...parents, condition].filter(Boolean).join(' && ')})`;
}

/** Images that cannot change under a name. */
export const pinnedImages: Rule = {
  id: 'pinned-images',
  title: 'Pinned images',
  message: 'the image must end in @sha256: and its digest',
  parameters: [],
  // A predictor that names no image uses its runtime's, which is none of its own.
  cel: celContainers(
    'has(c.image) && c.image != "" && !c.image.matches("@sha256:[0-9a-f]{64}$")',
  ),
  rego: `offenders contains ["pinned-images", name_of(container)] if {
	some [_, container] in containers
	container.image != ""
	not regex.match("@sha256:[0-9a-f]{64}$", container.image)
}`,
};

/** Containers that cannot take a node from the others. */
export const limits: Rule = {
  id: 'limits',
  title: 'Limits',
  message: 'the container must have limits of cpu and memory',
  parameters: [],
  cel: celContainers(
    `!${celHas('c.resources.limits.cpu', 'has(c.resources.limits.memory)')}`,
  ),
  rego: `offenders contains ["limits", name_of(container)] if {
	some [_, container] in containers
	some resource in ["cpu", "memory"]
	not container.resources.limits[resource]
}`,
};

// What takes a container out of its box. A Pod may say runAsNonRoot for its
// containers; one that contradicts it counts as it says itself.
const escapes = [
  celHas('c.securityContext.privileged', 'c.securityContext.privileged'),
  celHas(
    'c.securityContext.allowPrivilegeEscalation',
    'c.securityContext.allowPrivilegeEscalation',
  ),
  celHas(
    'c.securityContext.capabilities.add',
    'size(c.securityContext.capabilities.add) > 0',
  ),
  `!(${celHas('c.securityContext.runAsNonRoot', '')} ? c.securityContext.runAsNonRoot : p.nonRoot)`,
];

// A workflow's podSpecPatch could undo every rule after it was judged.
const podFlags = ['hostNetwork', 'hostPID', 'hostIPC'];
const podEscapes = [
  `variables.pods.map(p, ${JSON.stringify(podFlags)}.filter(f, f in p.spec && p.spec[f] == true).join(", ")).filter(names, names != "")`,
  'variables.pods.filter(p, has(p.spec.podSpecPatch)).map(p, "podSpecPatch")',
  'variables.pods.filter(p, has(p.spec.volumes) && p.spec.volumes.exists(v, has(v.hostPath))).map(p, "hostPath")',
];

/** Containers that stay inside their box. */
export const unprivileged: Rule = {
  id: 'unprivileged',
  title: 'No privileges',
  message:
    'the container must run as non-root without privileges, added capabilities, namespaces or paths of the host',
  parameters: [],
  cel: [celContainers(escapes.join(' ||\n')), ...podEscapes].join(' +\n'),
  rego: `offenders contains ["unprivileged", name_of(container)] if {
	some [_, container] in containers
	some field in ["privileged", "allowPrivilegeEscalation"]
	container.securityContext[field] == true
}

offenders contains ["unprivileged", name_of(container)] if {
	some [_, container] in containers
	count(container.securityContext.capabilities.add) > 0
}

offenders contains ["unprivileged", name_of(container)] if {
	some [pod, container] in containers
	object.get(container, ["securityContext", "runAsNonRoot"], non_root(pod)) != true
}

offenders contains ["unprivileged", field] if {
	some pod in pods
	some field in ${JSON.stringify(podFlags)}
	pod[field] == true
}

offenders contains ["unprivileged", "podSpecPatch"] if {
	some pod in pods
	pod.podSpecPatch
}

offenders contains ["unprivileged", "hostPath"] if {
	some pod in pods
	pod.volumes[_].hostPath
}`,
};

/**
 * How an image may begin that lies in one of the registries. The name has to end
 * where a registry ends: at a slash, or, for a registry with a path, which may
 * name one image, at its tag or digest. After a host a colon is a port, so it is
 * another registry.
 */
export function imageBeginnings(names: readonly string[]): string[] {
  return names
    .map(name => name.replace(/\/+$/, ''))
    .filter(name => name !== '')
    .flatMap(name =>
      name.includes('/') ? [`${name}/`, `${name}:`, `${name}@`] : [`${name}/`],
    );
}

/** Where images come from, when the platform names its registries. */
export function registries(names: readonly string[]): Rule {
  return {
    id: 'registries',
    title: 'Registries',
    message: 'the image must come from an allowed registry',
    parameters: [
      {
        name: 'imageBeginnings',
        items: textItems,
        value: imageBeginnings(names),
      },
    ],
    cel: celContainers(
      'has(c.image) && c.image != "" && !variables.imageBeginnings.exists(b, c.image.startsWith(b))',
    ),
    rego: `offenders contains ["registries", name_of(container)] if {
	some [_, container] in containers
	container.image != ""
	not from_allowed_registry(container.image)
}

from_allowed_registry(image) if {
	some beginning in input.parameters.imageBeginnings
	startswith(image, beginning)
}`,
  };
}
