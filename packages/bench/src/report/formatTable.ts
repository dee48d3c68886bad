import { isHeld, Measure, ratioOf } from './Measure';

function milliseconds(value: number): string {
  if (value >= 1000) return `${(value / 1000).toFixed(2)} s`;
  return value >= 10 ? `${value.toFixed(0)} ms` : `${value.toFixed(2)} ms`;
}

function times(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)}×`;
}

function toRow(measure: Measure): string[] {
  return [
    measure.name,
    milliseconds(measure.oursMs),
    `${milliseconds(measure.rivalMs)} (${measure.rival})`,
    times(ratioOf(measure)),
    `≥ ${measure.goal}×`,
    isHeld(measure) ? 'held' : 'NOT HELD',
  ];
}

/** The measures as a table for a terminal, with their notes below. */
export function formatTable(measures: Measure[]): string {
  const rows = [
    ['measure', 'ours', 'rival', 'ratio', 'goal', 'held?'],
    ...measures.map(toRow),
  ];
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
  const notes = measures.flatMap(({ name, note }) =>
    note ? [`${name}: ${note}`] : [],
  );
  return [...lines, '', ...notes].join('\n').trimEnd();
}
