import { structuredPatch } from 'diff';

/** A line of a comparison. */
export interface DiffRow {
  kind: 'same' | 'added' | 'removed' | 'gap';
  text: string;
}

const context = 3;
const kinds: Record<string, DiffRow['kind']> = { '+': 'added', '-': 'removed' };

/** What changes between two texts, each change with a few lines around it. */
export function diffRows(before: string, after: string): DiffRow[] {
  const { hunks } = structuredPatch('', '', before, after, '', '', { context });
  return hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    {
      kind: 'gap' as const,
      text: `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    },
    ...lines
      .filter(line => !line.startsWith('\\'))
      .map(line => ({ kind: kinds[line[0]] ?? 'same', text: line.slice(1) })),
  ]);
}
