import { ASTNode } from '@marcbachmann/cel-js';
import type { CheckContext } from './compileCheck';

/**
 * A part of an expression as a plain function. Undefined means that it can't
 * tell: a value is missing, or not of a type that it knows.
 */
type Part = (context: CheckContext) => unknown;

/** What a variable of `all` and `exists` stands for at the moment. */
interface Item {
  value: unknown;
}

type Join = (left: Part, right: Part) => Part;

type Items = ReadonlyMap<string, Item>;

function isNumber(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && value.constructor === Object
  );
}

function comparison(
  compare: (a: number | bigint, b: number | bigint) => boolean,
): Join {
  return (left, right) => context => {
    const a = left(context);
    const b = right(context);
    return isNumber(a) && isNumber(b) ? compare(a, b) : undefined;
  };
}

function equality(expected: boolean): Join {
  return (left, right) => context => {
    const a = left(context);
    const b = right(context);
    if (typeof a !== typeof b) return undefined;
    return typeof a === 'string' || typeof a === 'boolean'
      ? (a === b) === expected
      : undefined;
  };
}

/** `&&` stops at false, `||` at true. */
function logic(stop: boolean): Join {
  return (left, right) => context => {
    const a = left(context);
    if (a === stop) return stop;
    if (typeof a !== 'boolean') return undefined;
    const b = right(context);
    return typeof b === 'boolean' ? b : undefined;
  };
}

function membership(left: Part, right: Part): Part {
  return context => {
    const value = left(context);
    const list = right(context);
    if (typeof value !== 'string' || !Array.isArray(list) || !list.length)
      return undefined;
    let found = false;
    for (const entry of list) {
      if (typeof entry !== 'string') return undefined;
      if (entry === value) found = true;
    }
    return found;
  };
}

function containing(target: Part, part: Part): Part {
  return context => {
    const text = target(context);
    const wanted = part(context);
    return typeof text === 'string' && typeof wanted === 'string'
      ? text.includes(wanted)
      : undefined;
  };
}

function choice(condition: Part, yes: Part, no: Part): Part {
  return context => {
    const holds = condition(context);
    if (typeof holds !== 'boolean') return undefined;
    return holds ? yes(context) : no(context);
  };
}

/** A plain object has nothing but what is its own, and what every object has. */
function field(target: Part, key: string): Part | undefined {
  if (key in Object.prototype) return undefined;
  return context => {
    const record = target(context);
    return isRecord(record) ? record[key] : undefined;
  };
}

/** `all` stops at false, `exists` at true. */
function quantifier(stop: boolean, list: Part, item: Item, rule: Part): Part {
  return context => {
    const entries = list(context);
    if (!Array.isArray(entries)) return undefined;
    for (const entry of entries) {
      item.value = entry;
      const held = rule(context);
      if (held === stop) return stop;
      if (typeof held !== 'boolean') return undefined;
    }
    return !stop;
  };
}

const joins = {
  '<': comparison((a, b) => a < b),
  '<=': comparison((a, b) => a <= b),
  '>': comparison((a, b) => a > b),
  '>=': comparison((a, b) => a >= b),
  '==': equality(true),
  '!=': equality(false),
  '&&': logic(false),
  '||': logic(true),
  in: membership,
};

function compileAll(nodes: readonly ASTNode[], items: Items): Part[] {
  return nodes.flatMap(node => compilePart(node, items) ?? []);
}

function compileCall(
  name: string,
  nodes: readonly ASTNode[],
  items: Items,
): Part | undefined {
  if (name === 'contains') {
    const [target, part] = compileAll(nodes, items);
    return part && containing(target, part);
  }
  const [source, variable, rule] = nodes;
  if (name !== 'all' && name !== 'exists') return undefined;
  if (variable.op !== 'id') return undefined;
  const item: Item = { value: undefined };
  const list = compilePart(source, items);
  const held = compilePart(rule, new Map([...items, [variable.args, item]]));
  return list && held && quantifier(name === 'exists', list, item, held);
}

function compileName(name: string, items: Items): Part {
  const item = items.get(name);
  return item ? () => item.value : context => context[name];
}

function compileNegative(node: ASTNode): Part | undefined {
  if (node.op !== 'value' || !isNumber(node.args)) return undefined;
  const value = -node.args;
  return () => value;
}

/** Lists that are written out; whatever else is in a list is for CEL. */
function compileList(nodes: readonly ASTNode[]): Part | undefined {
  const words = nodes.flatMap(node => (node.op === 'value' ? node.args : []));
  return words.length === nodes.length ? () => words : undefined;
}

function compileJoin(node: ASTNode, items: Items): Part | undefined {
  switch (node.op) {
    case '<':
    case '<=':
    case '>':
    case '>=':
    case '==':
    case '!=':
    case '&&':
    case '||':
    case 'in': {
      const [left, right] = compileAll(node.args, items);
      return right && joins[node.op](left, right);
    }
    default:
      return undefined;
  }
}

function compilePart(node: ASTNode, items: Items): Part | undefined {
  switch (node.op) {
    case 'value':
      return () => node.args;
    case '-_':
      return compileNegative(node.args);
    case 'list':
      return compileList(node.args);
    case 'id':
      return compileName(node.args, items);
    case '.': {
      const [target] = compileAll([node.args[0]], items);
      return target && field(target, node.args[1]);
    }
    case '?:': {
      const [condition, yes, no] = compileAll(node.args, items);
      return no && choice(condition, yes, no);
    }
    case 'rcall':
      return compileCall(node.args[0], [node.args[1], ...node.args[2]], items);
    default:
      return compileJoin(node, items);
  }
}

/**
 * Turns the syntax tree of a type-checked expression into plain functions, which
 * are many times quicker than walking the tree. They know what most checks are
 * written with: fields, comparisons, `in`,
 * `&&`, `||`, `?:`, `contains`, `all` and `exists`.
 *
 * @returns a function that answers undefined where it can't tell, for instance
 *   where CEL would throw: then the interpreter has to be asked. Undefined when
 *   the expression uses anything else.
 */
export function compileQuickly(ast: ASTNode): Part | undefined {
  return compilePart(ast, new Map());
}
