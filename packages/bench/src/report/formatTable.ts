import { isHeld, Measure, ratioOf } from './Measure';

const header = ['measure', 'ours', 'held against', 'ratio', 'goal', 'held?'];

function quantity(value: number, unit: Measure['unit'] = 'ms'): string {
  if (unit === 'MB') return `${value.toFixed(0)} MB`;
  if (unit === 'KB') return `${value.toFixed(1)} KB`;
  if (value >= 1000) return `${(value / 1000).toFixed(2)} s`;
  return value >= 10 ? `${value.toFixed(0)} ms` : `${value.toFixed(2)} ms`;
}

function times(value: number): string {
  if (value < 0.1) return `${value.toFixed(3)}×`;
  return `${value.toFixed(value < 10 ? 1 : 0)}×`;
}

function toRow(measure: Measure): string[] {
  const { goal, unit } = measure;
  return [
    measure.name,
    quantity(measure.ours, unit),
    `${quantity(measure.theirs, unit)} (${measure.rival})`,
    times(ratioOf(measure)),
    'atLeast' in goal ? `≥ ${goal.atLeast}×` : `≤ ${goal.atMost}×`,
    isHeld(measure) ? 'held' : 'NOT HELD',
  ];
}

function notesOf(measures: Measure[]): string[] {
  return measures.flatMap(({ name, note }) =>
    note ? [`${name}: ${note}`] : [],
  );
}

/** The measures as a table in Markdown, with their notes below. */
export function formatMarkdown(measures: Measure[]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(header),
    line(header.map(() => '---')),
    ...measures.map(toRow).map(line),
    '',
    ...notesOf(measures).map(note => `- ${note}`),
  ].join('\n');
}

/** The measures as a table for a terminal, with their notes below. */
export function formatTable(measures: Measure[]): string {
  const rows = [header, ...measures.map(toRow)];
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map(row => row[column].length)),
  );
  const lines = rows.map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
  lines.splice(1, 0, widths.map(width => '-'.repeat(width)).join('  '));
  return [...lines, '', ...notesOf(measures)].join('\n').trimEnd();
}
