import { ASTNode } from '@marcbachmann/cel-js';
import { descendantsOf } from './astNodes';

/** What the linter found in an expression. */
export interface LintFinding {
  /** An error keeps the pack from being loaded. */
  severity: 'error' | 'warning';
  message: string;
}

/** Names that the check declares, and the loader therefore fills with lists. */
export interface LintScope {
  metrics: string[];
  claims: string[];
  params: Record<string, unknown>;
}

const comparisons = new Set(['<', '<=', '>', '>=', '==', '!=', 'in']);
const clusterFunctions = new Set([
  'all',
  'exists',
  'exists_one',
  'map',
  'filter',
  'has',
  'size',
  'contains',
  'startsWith',
  'endsWith',
  'lowerAscii',
  'int',
  'uint',
  'double',
  'string',
  'bool',
  'bytes',
  'dyn',
  'type',
  'timestamp',
  'duration',
  'getFullYear',
  'getMonth',
  'getDate',
  'getDayOfMonth',
  'getDayOfWeek',
  'getDayOfYear',
  'getHours',
  'getMinutes',
  'getSeconds',
  'getMilliseconds',
]);

/** `{root: 'm', key: 'spd'}` of `m.spd`. */
function memberOf(node: ASTNode): { root: string; key: string } | undefined {
  if (node.op !== '.') return undefined;
  const [target, key] = node.args;
  return target.op === 'id' ? { root: target.args, key } : undefined;
}

function isNeverEmpty(node: ASTNode, scope: LintScope): boolean {
  if (node.op === 'id') return node.args === 'reviews';
  if (node.op === 'list') return node.args.length > 0;
  const member = memberOf(node);
  if (!member) return false;
  if (member.root === 'c') return scope.claims.includes(member.key);
  if (member.root === 'm')
    return scope.metrics.some(name => name.replace(/^@/, '') === member.key);
  const param = member.root === 'p' ? scope.params[member.key] : undefined;
  return Array.isArray(param) && param.length > 0;
}

function lintCall(node: ASTNode, scope: LintScope): LintFinding[] {
  if (node.op !== 'call' && node.op !== 'rcall') return [];
  const name = node.args[0];
  if (name === 'orValue' || name === 'or')
    return [
      {
        severity: 'error',
        message: `${name} turns missing evidence into a value; let it be missing`,
      },
    ];
  if (name === 'matches')
    return [
      {
        severity: 'error',
        message:
          'matches can take for ever on some text; compare with `in`, contains, startsWith or endsWith',
      },
    ];
  const findings: LintFinding[] = [];
  if (!clusterFunctions.has(name))
    findings.push({
      severity: 'warning',
      message: `${name} is not part of the CEL that clusters speak`,
    });
  if (
    node.op === 'rcall' &&
    name === 'all' &&
    !isNeverEmpty(node.args[1], scope)
  )
    findings.push({
      severity: 'error',
      message:
        'all() is true for an empty list; name the list under metrics, claims or params, so that it must not be empty',
    });
  return findings;
}

function lintNegation(node: ASTNode): LintFinding[] {
  if (node.op === '!=')
    return [
      {
        severity: 'warning',
        message:
          '!= passes for every value that nobody thought of; list what is allowed with `in`',
      },
    ];
  if (node.op !== '!_') return [];
  const inside = descendantsOf(node.args);
  if (inside.some(n => n.op === 'call' && n.args[0] === 'has'))
    return [
      {
        severity: 'error',
        message: '!has() passes when evidence is missing; remove it',
      },
    ];
  if (inside.some(n => comparisons.has(n.op)))
    return [
      {
        severity: 'error',
        message:
          'a negated comparison passes where the comparison makes no sense; turn the comparison round',
      },
    ];
  return [];
}

function lintUndeclared(node: ASTNode, scope: LintScope): LintFinding[] {
  const member = memberOf(node);
  if (member?.root !== 'm' && member?.root !== 'c') return [];
  if (isNeverEmpty(node, scope)) return [];
  const list = member.root === 'm' ? 'metrics' : 'claims';
  return [
    {
      severity: 'error',
      message: `${member.root}.${member.key} is not named under ${list}, so nothing demands it`,
    },
  ];
}

/**
 * Looks for expressions that pass although nothing was proven: `all` over a list
 * that may be empty, `!has`, `orValue`, negated comparisons, undeclared metrics
 * and claims; and for functions that clusters don't have.
 */
export function lintCheck(ast: ASTNode, scope: LintScope): LintFinding[] {
  return descendantsOf(ast).flatMap(node => [
    ...lintCall(node, scope),
    ...lintNegation(node),
    ...lintUndeclared(node, scope),
  ]);
}
