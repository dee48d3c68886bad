import { YamlObject } from '../types';
import { Rule } from './rule';
import {
  componentLabel,
  components,
  inheritedSecurity,
  labelPaths,
  PodShape,
  podShapes,
  workloadGroups,
} from './workloads';

// JSON is a subset of CEL: text, lists and maps are literals of both.
const literal = (value: unknown) => JSON.stringify(value);

function present(root: string, path: string): string {
  const steps = path.split('.');
  return steps
    .map((_, i) => `has(${[root, ...steps.slice(0, i + 1)].join('.')})`)
    .join(' && ');
}

/**
 * CEL for the list of what stands at a path below a variable: empty when a part
 * of the path is absent. See `labelPaths` for `[]`.
 */
export function celValues(root: string, path: string): string {
  const [list, item] = path.split('[]');
  const found = `${root}.${list}`;
  if (item === undefined) {
    return `(${present(root, list)} ? [${found}] : [])`;
  }
  if (item === '') return `(${present(root, list)} ? ${found} : [])`;
  const rest = item.slice(1);
  return `(${present(root, list)} ? ${found}.filter(i, ${present('i', rest)}).map(i, i.${rest}) : [])`;
}

// A path a line, for those who read the policy.
const allValues = (root: string, paths: readonly string[]) =>
  paths.map(path => celValues(root, path)).join(' +\n');

// A step that has a security context of its own inherits nothing.
function celNonRoot({ name }: PodShape): string {
  const inherited =
    name === 'steps'
      ? `(${allValues('o', inheritedSecurity)}).exists(s, has(s.runAsNonRoot) && s.runAsNonRoot)`
      : 'false';
  return `has(p.securityContext) ? has(p.securityContext.runAsNonRoot) && p.securityContext.runAsNonRoot : ${inherited}`;
}

function celShape(shape: PodShape): string {
  const containers = allValues('p', shape.containers);
  return `(${allValues('o', shape.at)}).map(p,\n{"spec": dyn(p), "nonRoot": dyn(${celNonRoot(shape)}), "containers": dyn(${containers})})`;
}

/**
 * CEL for the list of everything in `object` that describes a Pod. The object is
 * bound to a dynamic variable: the kinds have no field in common to check.
 */
export const celPods = `[dyn(object)].map(o,\n${podShapes
  .map(celShape)
  .join(' +\n')})[0]`;

function celMadeBy(): string {
  const makers = workloadGroups.map(({ group, kinds }) => {
    const api = group
      ? `r.apiVersion.startsWith(${literal(`${group}/`)})`
      : '!r.apiVersion.contains("/")';
    return `${api} && r.kind in ${literal(Object.keys(kinds))}`;
  });
  return makers.join(' ||\n');
}

/** Which objects are judged, as match conditions of both kinds of policy. */
export const celConditions: YamlObject[] = [
  {
    name: 'is-model-workload',
    expression: `[dyn(object)].exists(o,\n(${allValues('o', labelPaths)}).exists(l, ${literal(componentLabel)} in l && l[${literal(componentLabel)}] in ${literal(components)}))`,
  },
  {
    name: 'is-not-made-by-a-judged-workload',
    expression: `!has(object.metadata.ownerReferences) || !object.metadata.ownerReferences.exists(r, has(r.controller) && r.controller &&\n(${celMadeBy()}))`,
  },
  {
    // Finalizers have to be able to let go of what was there before the policy.
    name: 'is-not-being-deleted',
    expression: '!has(object.metadata.deletionTimestamp)',
  },
];

/** Which requests are looked at, as `matchConstraints`. */
export const celConstraints: YamlObject = {
  resourceRules: workloadGroups.map(({ group, version, kinds }) => ({
    apiGroups: [group],
    apiVersions: [version],
    resources: Object.values(kinds),
    operations: ['CREATE', 'UPDATE'],
  })),
};

const offendersOf = ({ id }: Rule) =>
  `${id.replace(/-(.)/g, (_, letter) => letter.toUpperCase())}Offenders`;

/** Variables that the validations of some rules need, in order. */
export function celVariables(rules: readonly Rule[]): YamlObject[] {
  const metadata = (key: string) =>
    `has(object.metadata.${key}) ? object.metadata.${key} : {}`;
  return [
    { name: 'labels', expression: metadata('labels') },
    { name: 'annotations', expression: metadata('annotations') },
    { name: 'pods', expression: celPods },
    ...rules.flatMap(rule => [
      ...rule.parameters.map(({ name, value }) => ({
        name,
        expression: literal(value),
      })),
      { name: offendersOf(rule), expression: rule.cel },
    ]),
  ];
}

/** A validation per rule, whose message names the rule and what offends. */
export function celValidations(rules: readonly Rule[]): YamlObject[] {
  return rules.map(rule => {
    const message = `${rule.id}: ${rule.message}`;
    const offenders = `variables.${offendersOf(rule)}`;
    return {
      expression: `size(${offenders}) == 0`,
      message,
      messageExpression: `${literal(`${message}: `)} + ${offenders}.join(", ")`,
    };
  });
}
