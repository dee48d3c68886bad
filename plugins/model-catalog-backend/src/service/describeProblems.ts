import { SourceProblem } from '@modelyard/plugin-model-catalog-node';

/** One problem in one line: `file:line /field message`. */
function describeProblem(problem: SourceProblem): string {
  const { file, line, field, message } = problem;
  const place = line === undefined ? file : `${file}:${line}`;
  return field ? `${place} ${field} ${message}` : `${place} ${message}`;
}

/**
 * What a source could not read, in one sentence with the first place; undefined
 * when there are only warnings.
 */
export function describeProblems(
  problems: SourceProblem[],
): string | undefined {
  const errors = problems.filter(p => p.severity !== 'warning');
  if (errors.length === 0) return undefined;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  return `Not everything could be read; what is stored of it stays. ${describeProblem(errors[0])}${more}`;
}
