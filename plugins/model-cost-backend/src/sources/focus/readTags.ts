import { z } from 'zod';
import { CellError, cellOf, Cells } from './readCharge';

const text = z
  .union([z.string(), z.number(), z.boolean()])
  .transform(value => String(value).replaceAll('\u0000', '\uFFFD'));
const object = z.record(z.string(), text.nullable());
const list = z.array(z.object({ key: z.string(), value: text.nullish() }));
const tags = z.union([
  object,
  list.transform(pairs =>
    Object.fromEntries(pairs.map(({ key, value }) => [key, value ?? null])),
  ),
]);

/** Prefixes by which clouds tell tags of people from their own. */
const prefix = /^(user|aws|resourceTags|labels)[:/]/;

/**
 * Tags of a line as labels, under their own key and without the prefix a cloud puts
 * before it. An object as FOCUS writes it, or a list as some exports do.
 *
 * @throws CellError when the cell is no JSON of tags
 */
export function readTags(cells: Cells): Map<string, string> {
  const cell = cellOf(cells, 'Tags');
  const labels = new Map<string, string>();
  if (!cell) return labels;
  let parsed: unknown;
  try {
    parsed = JSON.parse(cell);
  } catch {
    throw new CellError('Tags', 'is no JSON object of tags');
  }
  const read = tags.safeParse(parsed);
  if (!read.success) throw new CellError('Tags', 'is no JSON object of tags');
  for (const [key, value] of Object.entries(read.data)) {
    if (value === null) continue;
    labels.set(key, value);
    labels.set(key.replace(prefix, ''), value);
  }
  return labels;
}
