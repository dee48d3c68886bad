import { ASTNode, Environment } from '@marcbachmann/cel-js';
import { comprehensionDepth } from './astNodes';
import { compileQuickly } from './compileQuickly';

/**
 * What the expression of a check can see.
 *
 * @public
 */
export interface CheckContext extends Record<string, unknown> {
  /** Metrics by key: lists of `{value, ciLow, ciHigh, n?, attr?, group?, ref?}`. */
  m: Record<string, Record<string, unknown>[]>;
  /** Claims. */
  c: Record<string, unknown>;
  /** Parameters of the check. */
  p: Record<string, unknown>;
  /** Bound of the check, its targets filled in. */
  bound: { low?: number; high?: number };
  /** Registered tier, or `unregistered`. */
  tier: string;
  environment: string;
  /** The decisions that count, one per role: `{role, decision, by}`. */
  reviews: Record<string, unknown>[];
  /** When the evidence was produced, as its producer dated it. */
  producedAt: Date;
}

/**
 * A compiled expression. Throws what CEL throws, and when it is no boolean.
 *
 * @public
 */
export interface CheckProgram {
  (context: CheckContext): boolean;
}

/** Names and CEL types of what {@link CheckContext} holds. */
export const checkVariables = {
  m: 'map',
  c: 'map',
  p: 'map',
  bound: 'map',
  tier: 'string',
  environment: 'string',
  reviews: 'list',
  producedAt: 'google.protobuf.Timestamp',
} as const;

const celEnvironment = Object.entries(checkVariables).reduce(
  (environment, [name, type]) => environment.registerVariable(name, type),
  new Environment({
    unlistedVariablesAreDyn: false,
    limits: { maxAstNodes: 2000, maxDepth: 50 },
  }),
);

/** Outcome of {@link compileCheck}. */
export type CompiledCheck =
  | { ok: true; program: CheckProgram; ast: ASTNode }
  | { ok: false; message: string };

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split(
    '\n',
  )[0];
}

const mostSteps = 1_000_000;

/** Keeps nested `all` and the like from running for minutes over long lists. */
function assertShort(depth: number, { m }: CheckContext): void {
  if (depth < 2) return;
  let longest = 0;
  for (const list of Object.values(m)) longest = Math.max(longest, list.length);
  if (longest ** depth > mostSteps)
    throw new RangeError(
      `${depth} loops in one another over ${longest} measurements would take too long`,
    );
}

/** Compiles and type-checks the expression of a check. */
export function compileCheck(expr: string): CompiledCheck {
  try {
    const parsed = celEnvironment.parse(expr);
    const types = parsed.check();
    if (!types.valid) return { ok: false, message: firstLine(types.error) };
    if (types.type !== 'bool' && types.type !== 'dyn')
      return { ok: false, message: `must be true or false, is ${types.type}` };
    const quickly = compileQuickly(parsed.ast);
    const depth = comprehensionDepth(parsed.ast);
    const program = (context: CheckContext) => {
      assertShort(depth, context);
      const answer = quickly?.(context);
      if (typeof answer === 'boolean') return answer;
      const value: unknown = parsed(context);
      if (typeof value !== 'boolean')
        throw new TypeError('the expression gave neither true nor false');
      return value;
    };
    return { ok: true, program, ast: parsed.ast };
  } catch (error) {
    return { ok: false, message: firstLine(error) };
  }
}
