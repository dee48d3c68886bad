import { OutboundError, OutboundHttp } from '@modelyard/outbound-http';
import { KnownModel } from '@modelyard/plugin-model-catalog-node';
import { followLinks } from '../http/followLinks';
import { HubModel, hubModel, hubModels } from './schemas';
import { toProblem } from './toProblem';
import { toMark, toNativeId } from './toSourceModel';

/** As many as the Hub lists at once. */
export const mostListed = 500;
/** Fewer models of one author are sooner asked for by themselves. */
const fewestListed = 3;
/** Requests for single models that a page of a list has to save. */
const savedByPage = 10;
/** What a mark is made of, and nothing else: a page of these is small. */
const marking = [
  'sha',
  'lastModified',
  'private',
  'gated',
  'disabled',
  'library_name',
];

function byAuthor(known: readonly KnownModel[]): Map<string, KnownModel[]> {
  const groups = new Map<string, KnownModel[]>();
  for (const model of known) {
    const [author, name] = model.location.split('/');
    if (name === undefined) continue;
    groups.set(author, [...(groups.get(author) ?? []), model]);
  }
  return groups;
}

/** Rows of an author's models, malformed ones left out; an author whose list may not be read has none. */
async function* listAuthor(
  http: OutboundHttp,
  author: string,
  signal: AbortSignal,
): AsyncGenerator<HubModel[]> {
  const call = {
    path: 'api/models',
    query: { author, limit: mostListed, expand: marking },
    signal,
  };
  try {
    for await (const rows of followLinks(http, call, hubModels))
      yield rows.flatMap(row => hubModel.safeParse(row).data ?? []);
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    // What concerns more than this author ends the read; the rest is told of
    // each model by itself.
    toProblem(author, error);
  }
}

/**
 * Which of these models are as they were, by their authors' lists. One that is
 * not among them has changed, is gone, or is in no list that was worth reading:
 * ask for it by itself.
 *
 * @returns their native ids, a page of a list at a time
 */
export async function* listUnchanged(
  http: OutboundHttp,
  known: readonly KnownModel[],
  signal: AbortSignal,
): AsyncGenerator<string[]> {
  for (const [author, models] of byAuthor(known)) {
    if (models.length < fewestListed) continue;
    const left = new Map(models.map(model => [model.nativeId, model.mark]));
    let pages = Math.ceil(models.length / savedByPage);
    for await (const rows of listAuthor(http, author, signal)) {
      yield rows.flatMap(row => {
        const id = toNativeId(row);
        const mark = left.get(id);
        left.delete(id);
        return mark === toMark(row) ? [id] : [];
      });
      pages -= 1;
      if (left.size === 0 || pages === 0) break;
    }
  }
}
