import { evaluate } from '@marcbachmann/cel-js';
import { alignmentAnnotation } from '@modelyard/plugin-model-catalog-common';
import {
  CelPolicy,
  KubernetesObject,
  metadataCases,
  objectAt,
  ownerCases,
  parseObjects,
  PlanFile,
  podCases,
} from '../planner';
import { Subject } from './Subject';

interface Constraint {
  spec: { match: { kinds: { apiGroups: string[]; kinds: string[] }[] } };
}

const samples = 'policies/samples/';
const fixtureName = /^policies\/samples\/(?:good-(.+)|bad-(.+))\.yaml$/;

/** The samples beside the policies: what is good breaks nothing, what is bad one rule. */
export function fixturesOf(files: readonly PlanFile[]): Subject[] {
  return files
    .filter(({ path }) => path.startsWith(samples))
    .map(({ path, content }) => {
      const [, good, bad] = fixtureName.exec(path) ?? [];
      const objects = parseObjects(content);
      if (!(good ?? bad) || objects.length !== 1) {
        throw new Error(`${path} is no sample of one object`);
      }
      const name = path.slice(samples.length).replace(/\.yaml$/, '');
      return { name, object: objects[0], expected: bad ? [bad] : [] };
    });
}

/**
 * Whether the policies judge an object at all: its kind is among those that the
 * constraint names, and every match condition holds.
 */
export function isConcerned(
  files: readonly PlanFile[],
): (object: KubernetesObject) => boolean {
  const { spec } = objectAt<CelPolicy>(
    files,
    'policies/admission-policy/policy.yaml',
  );
  const { kinds } = objectAt<Constraint>(
    files,
    'policies/gatekeeper/constraint.yaml',
  ).spec.match;
  return object => {
    const group = object.apiVersion.includes('/')
      ? object.apiVersion.split('/')[0]
      : '';
    return (
      kinds.some(
        k => k.apiGroups.includes(group) && k.kinds.includes(object.kind),
      ) &&
      spec.matchConditions.every(
        ({ expression }) => evaluate(expression, { object }) === true,
      )
    );
  };
}

/**
 * The same object without what people said about its alignment. It has to be
 * refused: a planned object that is accepted was not just overlooked.
 */
export function controlOf({ name, object }: Subject): Subject {
  const { annotations, ...metadata } = object.metadata as {
    name: string;
    annotations?: Record<string, string>;
  };
  const { [alignmentAnnotation]: _, ...others } = annotations ?? {};
  const stripped = { ...metadata, annotations: others };
  return {
    name: `${name} without ${alignmentAnnotation}`,
    object: { ...object, metadata: stripped },
    expected: ['annotations'],
  };
}

/**
 * Cases of the planner's own tests: edges of each rule. Left out are those that
 * break more rules than Kyverno can name, and those that are being deleted, which
 * nothing is that is just being created.
 */
export function testCases(): Subject[] {
  return [...metadataCases, ...podCases, ...ownerCases]
    .map(({ name, object, breaks }) => ({
      name,
      object: object as KubernetesObject,
      expected: [...breaks].sort(),
    }))
    .filter(
      ({ object, expected }) =>
        expected.length <= 2 && !('deletionTimestamp' in object.metadata),
    );
}
