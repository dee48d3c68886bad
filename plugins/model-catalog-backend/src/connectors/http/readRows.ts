import { SourceProblem } from '@modelyard/plugin-model-catalog-node';
import { ZodType } from 'zod';

/** Rows of a listing that are as expected, and what is wrong with the others. */
export interface ReadRows<T> {
  items: T[];
  problems: SourceProblem[];
}

function nameOf(row: unknown): string {
  if (typeof row !== 'object' || row === null) return 'a row without name';
  const names: unknown[] = [Reflect.get(row, 'name'), Reflect.get(row, 'id')];
  const name = names.find(value => typeof value === 'string' && value !== '');
  return typeof name === 'string' ? name : 'a row without name';
}

/**
 * Looks at each row by itself, so that one which is malformed keeps nobody from
 * the others.
 *
 * @param registry - who answers, in the words of a message
 */
export function readRows<T>(
  rows: readonly unknown[],
  schema: ZodType<T>,
  registry: string,
): ReadRows<T> {
  const read: ReadRows<T> = { items: [], problems: [] };
  for (const row of rows) {
    const parsed = schema.safeParse(row);
    if (parsed.success) {
      read.items.push(parsed.data);
      continue;
    }
    const [issue] = parsed.error.issues;
    read.problems.push({
      file: nameOf(row),
      field: `/${issue.path.join('/')}`,
      message: `${issue.message}; ${registry} answers something else than expected, check its version`,
      severity: 'error',
    });
  }
  return read;
}
