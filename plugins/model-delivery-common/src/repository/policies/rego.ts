import { Rule } from './rule';
import {
  componentLabel,
  components,
  inheritedSecurity,
  labelPaths,
  podShapes,
  workloadGroups,
} from './workloads';

const literal = (value: unknown) => JSON.stringify(value);

const reference = (root: string, path: string) =>
  `${root}.${path.replaceAll('[]', '[_]')}`;

const lines = (text: readonly string[]) => text.join('\n');

const concerned = `concerned if {
	some found in label_sets
	found[${literal(componentLabel)}] in ${literal(components)}
	not made_by_judged_workload
	not workload.metadata.deletionTimestamp
}

${lines(labelPaths.map(path => `label_sets contains ${reference('workload', path)}`))}

# What a controller of a judged kind makes is not judged again.
made_by_judged_workload if {
	some owner in workload.metadata.ownerReferences
	owner.controller == true
	[group_of(owner.apiVersion), owner.kind] in judged
}

judged := {
${lines(
  workloadGroups.flatMap(({ group, kinds }) =>
    Object.keys(kinds).map(kind => `\t[${literal(group)}, ${literal(kind)}],`),
  ),
)}
}

group_of(version) := split(version, "/")[0] if contains(version, "/")

group_of(version) := "" if not contains(version, "/")`;

const pods = lines([
  ...podShapes.flatMap(({ name, at, containers }) => [
    ...at.map(path => `${name} contains ${reference('workload', path)}`),
    '',
    `pods contains pod if some pod in ${name}`,
    '',
    ...containers.map(
      path =>
        `containers contains [pod, ${reference('pod', path)}] if some pod in ${name}`,
    ),
    '',
  ]),
  ...inheritedSecurity.map(
    path => `inherited contains ${reference('workload', path)}`,
  ),
]);

const helpers = `labels := object.get(workload, ["metadata", "labels"], {})

annotations := object.get(workload, ["metadata", "annotations"], {})

name_of(container) := object.get(container, "name", "a container without a name")

wrong(values, required) if not regex.match(required.pattern, object.get(values, required.key, ""))

default non_root(_) := false

non_root(pod) if pod.securityContext.runAsNonRoot == true

# A step that has a security context of its own inherits nothing.
non_root(pod) if {
	pod in steps
	not pod.securityContext
	some context in inherited
	context.runAsNonRoot == true
}`;

const violation = `violation contains {"msg": message, "details": {"rule": id, "offenders": found}} if {
	concerned
	some id, text in rules
	found := sort([what | some [rule, what] in offenders; rule == id])
	count(found) > 0
	message := sprintf("%v: %v: %v", [id, text, concat(", ", found)])
}`;

/** The Rego v1 of some rules for Gatekeeper. */
export function regoOf(rules: readonly Rule[]): string {
  const messages = rules
    .map(({ id, message }) => `\t${literal(id)}: ${literal(message)},\n`)
    .join('');
  return `${[
    'package modelyardresponsibleai',
    'workload := input.review.object',
    concerned,
    pods,
    helpers,
    ...rules.map(({ rego }) => rego),
    `rules := {\n${messages}}`,
    violation,
  ].join('\n\n')}\n`;
}
