import { SourceProblem } from '@modelyard/plugin-model-catalog-node';

const mostKept = 200;

/** One problem in one line: `file:line /field message`. */
function describe(problem: SourceProblem): string {
  const { file, line, field, message } = problem;
  const place = line === undefined ? file : `${file}:${line}`;
  return field ? `${place} ${field} ${message}` : `${place} ${message}`;
}

/** What a run could not read: counted, and the first ones kept. */
export class ProblemList {
  /** Errors first come, first kept; then warnings. */
  private readonly errors: SourceProblem[] = [];
  private readonly warnings: SourceProblem[] = [];
  /** How many there were. */
  count = 0;
  /** How many of them left something unread. */
  errorCount = 0;

  add(problems: readonly SourceProblem[]): void {
    for (const problem of problems) {
      this.count += 1;
      const isError = problem.severity !== 'warning';
      if (isError) this.errorCount += 1;
      const list = isError ? this.errors : this.warnings;
      if (list.length < mostKept) list.push(problem);
    }
  }

  /** The kept ones, errors before warnings. */
  get kept(): SourceProblem[] {
    return [...this.errors, ...this.warnings].slice(0, mostKept);
  }

  /** In one sentence with the first place; undefined when there are only warnings. */
  get summary(): string | undefined {
    if (this.errorCount === 0) return undefined;
    const more =
      this.errorCount > 1 ? ` (and ${this.errorCount - 1} more)` : '';
    return `Not everything could be read; what is stored of it stays. ${describe(this.errors[0])}${more}`;
  }
}
