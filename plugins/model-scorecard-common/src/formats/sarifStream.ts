import { JSONParser, TokenType } from '@streamparser/json';
import { z } from 'zod';
import { FieldProblem, jsonPointer } from '../json/jsonPointer';
import { DocumentReading, readDocument } from './readDocument';
import {
  SarifRun,
  SarifSummary,
  addSarifInvocation,
  addSarifResult,
  addSarifRule,
  startSarifRun,
} from './sarifSummary';
import { sarifInvocation, sarifResult, sarifRule } from './sarifSchema';

/** Values that are looked at; everything else is dropped as it is read. */
const paths = [
  '$.version',
  '$.runs.*.tool.driver.name',
  '$.runs.*.tool.driver.version',
  '$.runs.*.tool.driver.semanticVersion',
  '$.runs.*.tool.driver.rules.*',
  '$.runs.*.tool.extensions.*.rules.*',
  '$.runs.*.invocations.*',
  '$.runs.*.results.*',
];

const maxProblems = 20;

class SarifSummariser {
  readonly problems: FieldProblem[] = [];
  private readonly runs: SarifRun[] = [];
  private version: string | undefined;
  private hasRuns = false;
  private depth = 0;
  /** Latest strings at depth 1 and 3; before a bracket, the key that it belongs to. */
  private readonly latest: string[] = [];

  /** Notices runs and lists of results, also empty ones, of which no value is emitted. */
  readonly takeToken = ({
    token,
    value,
  }: {
    token: number;
    value: unknown;
  }) => {
    const isRuns = this.latest[1] === 'runs';
    if (token === TokenType.STRING) {
      if (this.depth === 1 || this.depth === 3)
        this.latest[this.depth] = String(value);
    } else if (token === TokenType.LEFT_BRACE) {
      if (this.depth === 2 && isRuns) this.runs.push(startSarifRun());
      this.depth += 1;
    } else if (token === TokenType.LEFT_BRACKET) {
      if (this.depth === 1 && isRuns) this.hasRuns = true;
      const run = this.depth === 3 && isRuns ? this.runs.at(-1) : undefined;
      if (run && this.latest[3] === 'results') run.hasResults = true;
      this.depth += 1;
    } else if (
      token === TokenType.RIGHT_BRACE ||
      token === TokenType.RIGHT_BRACKET
    ) {
      this.depth -= 1;
    }
  };

  /** Takes a value at one of the {@link paths}. */
  takeValue(path: PropertyKey[], value: unknown) {
    const run = this.runs.at(-1);
    const last = path[path.length - 1];
    if (path[0] === 'version') {
      this.version = this.read(z.string(), path, value);
    } else if (!run) {
      this.note(path, 'is not in a run');
    } else if (path[2] === 'results') {
      const result = this.read(sarifResult, path, value);
      if (result) addSarifResult(run, result);
    } else if (path[2] === 'invocations') {
      const invocation = this.read(sarifInvocation, path, value);
      if (invocation) addSarifInvocation(run, invocation);
    } else if (path.includes('rules')) {
      const rule = this.read(sarifRule, path, value);
      const component = path[3] === 'extensions' ? Number(path[4]) : -1;
      if (rule) addSarifRule(run, component, Number(last), rule);
    } else {
      const text = this.read(z.string(), path, value);
      if (last === 'name') run.tool.name = text;
      if (last === 'version') run.tool.version = text;
      if (last === 'semanticVersion') run.tool.semanticVersion = text;
    }
  }

  finish(): DocumentReading<SarifSummary> {
    const { problems, version, runs } = this;
    if (version === undefined) this.note(['version'], 'must be a text');
    else if (version !== '2.1.0')
      return { ok: true, value: { version, runs: [] } };
    if (!this.hasRuns) this.note(['runs'], 'must be a list');
    runs.forEach(({ tool }, index) => {
      if (tool.name === undefined)
        this.note(['runs', index, 'tool', 'driver', 'name'], 'must be a text');
    });
    return problems.length || version === undefined
      ? { ok: false, problems: problems.slice(0, maxProblems) }
      : { ok: true, value: { version, runs } };
  }

  private read<T>(schema: z.ZodType<T>, path: PropertyKey[], value: unknown) {
    const reading = readDocument(schema, value);
    if (reading.ok) return reading.value;
    for (const problem of reading.problems)
      this.note(path, problem.message, problem.path);
    return undefined;
  }

  private note(path: PropertyKey[], message: string, below = '') {
    if (this.problems.length < maxProblems)
      this.problems.push({ path: `${jsonPointer(path)}${below}`, message });
  }
}

function withoutByteOrderMark(chunk: Uint8Array | string) {
  if (typeof chunk === 'string') return chunk.replace(/^\uFEFF/, '');
  const isMarked = chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
  return isMarked ? chunk.subarray(3) : chunk;
}

function problemOf(parse: () => void): DocumentReading<never> | undefined {
  try {
    parse();
    return undefined;
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    const message = `the document is not whole JSON: ${cause.slice(0, 200)}`;
    return { ok: false, problems: [{ path: '', message }] };
  }
}

/**
 * Counts a SARIF 2.1.0 file piece by piece, so that a large one is never held as a
 * whole; {@link sarifReport} makes its record. The same counts as of `sarifFormat`.
 */
export async function summariseSarif(
  chunks: AsyncIterable<Uint8Array | string>,
): Promise<DocumentReading<SarifSummary>> {
  const summariser = new SarifSummariser();
  const parser = new JSONParser({ paths, keepStack: false });
  parser.onToken = summariser.takeToken;
  parser.onValue = ({ value, key, stack }) => {
    const parents = stack.slice(1).map(element => element.key ?? '');
    summariser.takeValue([...parents, key ?? ''], value);
  };
  let isFirst = true;
  for await (const chunk of chunks) {
    const text = isFirst ? withoutByteOrderMark(chunk) : chunk;
    const broken = problemOf(() => parser.write(text));
    if (broken) return broken;
    isFirst = false;
  }
  const broken = problemOf(() => {
    if (!parser.isEnded) parser.end();
  });
  return broken ?? summariser.finish();
}
