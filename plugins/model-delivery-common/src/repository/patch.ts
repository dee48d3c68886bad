import { pointer } from '../input/findings';
import { YamlObject } from './types';

/** A step of JSON Patch (RFC 6902). */
export interface PatchOperation extends YamlObject {
  op: 'add' | 'test';
  path: string;
  value: unknown;
}

function isObject(value: unknown): value is YamlObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

// Maps that are read as one thing: a patch sets them whole.
const wholes = new Set(['labels', 'annotations', 'requests', 'limits']);

function childrenOf(value: unknown): [string, unknown][] | undefined {
  if (isObject(value)) return Object.entries(value);
  return Array.isArray(value)
    ? value.map((item, index) => [String(index), item])
    : undefined;
}

function canDescend(from: unknown, to: unknown): boolean {
  // What only the first has can't be taken away by an `add` below it.
  if (isObject(from) && isObject(to)) {
    return Object.keys(from).every(key => to[key] !== undefined);
  }
  // Lists of named objects, such as containers, are patched by position.
  return (
    Array.isArray(from) &&
    Array.isArray(to) &&
    from.length === to.length &&
    from.every((item, i) => isObject(item) && item.name === to[i]?.name)
  );
}

function childOf(parent: unknown, key: string): unknown {
  return isObject(parent) || Array.isArray(parent)
    ? (parent as YamlObject)[key]
    : undefined;
}

/**
 * What has to be added to one object to make it another. `add` below a missing
 * parent fails, where `replace` would invent the path; on a key that is there it
 * sets the value anew.
 *
 * @throws Error when the other lacks a key that the first has at its top
 */
export function additions(
  from: unknown,
  to: unknown,
  steps: string[] = [],
): PatchOperation[] {
  const lost = childrenOf(from)?.find(
    ([key]) => childOf(to, key) === undefined,
  );
  if (lost) throw new Error(`${pointer(...steps, lost[0])} is missing`);
  return (childrenOf(to) ?? []).flatMap(([key, value]) => {
    const before = childOf(from, key);
    const path = [...steps, key];
    if (isSame(before, value)) return [];
    if (canDescend(before, value) && !wholes.has(key)) {
      return additions(before, value, path);
    }
    return [{ op: 'add' as const, path: pointer(...path), value }];
  });
}

/** A condition that makes the build fail where it does not hold. */
export function test(path: string, value: unknown): PatchOperation {
  return { op: 'test', path, value };
}

function set(target: YamlObject, path: string, value: unknown): void {
  const steps = path
    .split('/')
    .slice(1)
    .map(step => step.replace(/~1/g, '/').replace(/~0/g, '~'));
  const last = steps.pop();
  const parent = steps.reduce<unknown>(
    // Own keys only: a pushed patch must not reach the prototype of all objects.
    (node, step) =>
      (isObject(node) || Array.isArray(node)) && Object.hasOwn(node, step)
        ? (node as YamlObject)[step]
        : undefined,
    target,
  );
  const isParent = isObject(parent) || Array.isArray(parent);
  if (last === undefined || last === '__proto__' || !isParent) {
    throw new Error(`nothing lies at ${path}`);
  }
  (parent as YamlObject)[last] = value;
}

/**
 * The object with the additions in it; conditions are not looked at.
 *
 * @throws Error when an addition has no parent
 */
export function applyPatch(
  object: YamlObject,
  operations: readonly { op: string; path: string; value?: unknown }[],
): YamlObject {
  const copy = structuredClone(object);
  for (const { op, path, value } of operations) {
    if (op !== 'test') set(copy, path, value);
  }
  return copy;
}
