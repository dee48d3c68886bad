import { ASTNode } from '@marcbachmann/cel-js';

const loops = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value;
}

function childrenOf(node: ASTNode): ASTNode[] {
  return [node.args].flat(3).filter(isNode);
}

/** A node and everything in it. */
export function descendantsOf(node: ASTNode): ASTNode[] {
  return [node, ...childrenOf(node).flatMap(descendantsOf)];
}

/** How many loops over lists lie within one another, at most. */
export function comprehensionDepth(node: ASTNode): number {
  const inside = Math.max(0, ...childrenOf(node).map(comprehensionDepth));
  const isLoop = node.op === 'rcall' && loops.has(node.args[0]);
  return inside + (isLoop ? 1 : 0);
}
