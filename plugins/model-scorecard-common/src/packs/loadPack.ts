import { InputError } from '@backstage/errors';
import { Document, isNode, LineCounter, parseDocument } from 'yaml';
import { digestOf } from '../json/canonicalJson';
import { jsonPointer } from '../json/jsonPointer';
import {
  CheckDefinition,
  CheckPack,
  LoadedCheck,
  PackProblem,
} from './CheckPack';
import { compileCheck } from './compileCheck';
import { lintCheck } from './lintCheck';
import { runPackFixtures } from './packFixtures';
import { packSchema } from './packSchema';

/**
 * Outcome of {@link readPack}.
 *
 * @public
 */
export interface PackReading {
  /** Absent when there are problems. */
  pack?: CheckPack;
  problems: PackProblem[];
  /** What is allowed, but worth a thought. */
  warnings: PackProblem[];
}

class PackSource {
  private readonly lines = new LineCounter();
  readonly document: Document;

  constructor(text: string) {
    this.document = parseDocument(text, {
      lineCounter: this.lines,
      merge: true,
      uniqueKeys: true,
    });
  }

  syntaxProblems(): PackProblem[] {
    return this.document.errors.map(error => ({
      path: '',
      line: error.linePos?.[0].line,
      message: error.message.split('\n')[0],
    }));
  }

  /** Undefined when aliases would multiply what is written too often. */
  value(): unknown {
    try {
      return this.document.toJS({ maxAliasCount: 100 });
    } catch {
      return undefined;
    }
  }

  problem(path: readonly PropertyKey[], message: string): PackProblem {
    for (let length = path.length; length > 0; length -= 1) {
      const node = this.document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) {
        const { line } = this.lines.linePos(node.range[0]);
        return { path: jsonPointer(path), line, message };
      }
    }
    return { path: jsonPointer(path), line: 1, message };
  }
}

function loadCheck(
  definition: CheckDefinition,
  report: (severity: 'error' | 'warning', message: string) => void,
): LoadedCheck | undefined {
  const compiled = compileCheck(definition.expr);
  if (!compiled.ok) {
    report('error', compiled.message);
    return undefined;
  }
  for (const finding of lintCheck(compiled.ast, definition))
    report(finding.severity, finding.message);
  return { ...definition, program: compiled.program };
}

/**
 * Reads, checks and lints a check pack in YAML.
 *
 * @public
 */
export function readPack(text: string): PackReading {
  const source = new PackSource(text);
  const problems = source.syntaxProblems();
  const warnings: PackProblem[] = [];
  if (problems.length) return { problems, warnings };
  const value = source.value();
  if (value === undefined)
    return {
      problems: [{ path: '', line: 1, message: 'aliases refer to too much' }],
      warnings,
    };
  const parsed = packSchema.safeParse(value);
  if (!parsed.success)
    return {
      problems: parsed.error.issues.map(issue =>
        source.problem(issue.path, issue.message),
      ),
      warnings,
    };
  const checks = parsed.data.checks.flatMap((definition, index) => {
    const loaded = loadCheck(definition, (severity, message) =>
      (severity === 'error' ? problems : warnings).push(
        source.problem(['checks', index, 'expr'], message),
      ),
    );
    return loaded ? [loaded] : [];
  });
  if (problems.length) return { problems, warnings };
  const pack = { ...parsed.data, digest: digestOf(value), checks };
  for (const { path, message } of runPackFixtures(pack))
    problems.push(source.problem(path, message));
  return problems.length
    ? { problems, warnings }
    : { pack, problems, warnings };
}

/**
 * Loads a check pack in YAML.
 *
 * @param name - what messages call the pack, such as its file name
 * @throws InputError naming each place that is wrong
 * @public
 */
export function loadPack(text: string, name = 'check pack'): CheckPack {
  const { pack, problems } = readPack(text);
  if (pack) return pack;
  const places = problems.map(
    ({ path, line, message }) =>
      `${name}:${line ?? 1} ${path || '/'} ${message}`,
  );
  throw new InputError(`The check pack can't be used. ${places.join('; ')}`);
}
