import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import { isNode, LineCounter, parseDocument } from 'yaml';

/** Nodes that a document may have once its aliases are written out. */
const maxNodes = 2_000_000;

/** Text that is no YAML, or more than one should read. */
export class UnreadableYaml extends Error {
  constructor(
    message: string,
    /** Counted from 1. */
    readonly line?: number,
  ) {
    super(message);
  }
}

/** Counts nodes as if aliases were written out; each object is visited once. */
function countNodes(value: unknown, counted: Map<object, number>): number {
  if (typeof value !== 'object' || value === null) return 1;
  const known = counted.get(value);
  if (known !== undefined) return known;
  // A circle comes back here before it is counted.
  counted.set(value, Infinity);
  let count = 1;
  for (const child of Object.values(value)) count += countNodes(child, counted);
  counted.set(value, count);
  return count;
}

/**
 * Reads one YAML 1.2 document. Built for speed, it knows no places: ask
 * {@link findLines} when there is something to complain about.
 *
 * @throws UnreadableYaml
 */
export function readYaml(text: string): unknown {
  let value: unknown;
  try {
    value = load(text, { schema: CORE_SCHEMA });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const at: unknown = error.mark?.line;
    throw new UnreadableYaml(
      `not valid YAML: ${error.reason}`,
      // A mark at the end of the text stands one line behind it.
      typeof at === 'number'
        ? Math.min(at + 1, text.trimEnd().split('\n').length)
        : undefined,
    );
  }
  if (countNodes(value, new Map()) > maxNodes)
    throw new UnreadableYaml(
      'refers to itself, or has more than two million nodes once its aliases are written out; write it without aliases',
    );
  return value;
}

/**
 * Lines, counted from 1, on which the values at these paths stand; where a value
 * is missing, the line of what should hold it.
 */
export function findLines(text: string, paths: PropertyKey[][]): number[] {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  return paths.map(path => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range)
        return lineCounter.linePos(node.range[0]).line;
    }
    return 1;
  });
}
