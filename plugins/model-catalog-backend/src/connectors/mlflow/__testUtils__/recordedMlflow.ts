import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import {
  ScriptedAnswer,
  ScriptedRegistry,
  ScriptedRequest,
  startRegistry,
} from '../../__testUtils__/scriptedRegistry';

const folder = path.join(__dirname, '..', '__fixtures__', 'mlflow-3.17.2');

/** Bytes of a recorded answer. */
export const recordedText = (file: string) =>
  readFileSync(path.join(folder, file), 'utf8');

/** JSON of a recorded answer. */
export const recorded = (file: string): unknown =>
  JSON.parse(recordedText(file));

const row = z.looseObject({ name: z.string() });
const listings = z.object({
  registered_models: z.array(row).default([]),
  model_versions: z.array(row).default([]),
});
const runs = z.object({
  runs: z.array(z.looseObject({ info: z.looseObject({ run_id: z.string() }) })),
});
const deletedRun = z.object({ run: runs.shape.runs.element });
const loggedModels = z.object({
  models: z.array(
    z.looseObject({ info: z.looseObject({ model_id: z.string() }) }),
  ),
});

/** Rows of a recorded listing. */
export const rowsOf = (
  file: string,
  list: 'registered_models' | 'model_versions',
) => listings.parse(recorded(file))[list];

const api = '/api/2.0/mlflow/';
/** Paths of the calls that a sync makes, below {@link api}. */
export const paths = {
  models: `${api}registered-models/search`,
  versions: `${api}model-versions/search`,
  experiments: `${api}experiments/search`,
  runs: `${api}runs/search`,
  loggedModels: `${api}logged-models/search`,
};

/** Recorded pages by the offset in their token. */
const pages: Record<string, Record<number, string>> = {
  [paths.models]: {
    0: 'models-page-1.json',
    5: 'models-page-2.json',
    10: 'models-page-3.json',
    15: 'models-page-4.json',
  },
  [paths.versions]: {
    0: 'versions-page-1.json',
    15: 'versions-page-2.json',
    30: 'versions-page-3.json',
  },
};

function offsetOf({ url }: ScriptedRequest): number {
  const token = url.searchParams.get('page_token');
  if (token === null) return 0;
  const text = Buffer.from(token, 'base64').toString('utf8');
  return z.object({ offset: z.number() }).parse(JSON.parse(text)).offset;
}

function answer(request: ScriptedRequest): ScriptedAnswer {
  const { pathname } = request.url;
  if (pathname in pages)
    return { json: recorded(pages[pathname][offsetOf(request)]) };
  if (pathname === paths.experiments)
    return { json: recorded('experiments-search.json') };
  if (pathname === paths.runs) {
    const { run } = deletedRun.parse(recorded('run-get-deleted-nan.json'));
    const all = runs.parse(recorded('runs-search.json')).runs;
    const found = [...all, run].filter(({ info }) =>
      request.body.includes(info.run_id),
    );
    return { json: { runs: found } };
  }
  if (pathname === paths.loggedModels) {
    const all = loggedModels.parse(recorded('logged-models-search.json'));
    const models = all.models.filter(({ info }) =>
      request.body.includes(info.model_id),
    );
    return { json: { models } };
  }
  return {
    status: 404,
    body: recordedText('unknown-path.html'),
    headers: { 'content-type': 'text/html; charset=utf-8' },
  };
}

/** A server that gives the recorded answers, and goes wrong as it is told. */
export function startRecordedMlflow(): Promise<ScriptedRegistry> {
  return startRegistry(answer);
}

/** Has the registry give other JSON than recorded at one path. */
export function rewriteAt(
  registry: ScriptedRegistry,
  pathname: string,
  rewrite: (json: unknown, request: ScriptedRequest) => unknown,
): void {
  const before = registry.fault;
  registry.fault = (nth, request) =>
    request.url.pathname === pathname
      ? {
          kind: 'rewrite',
          rewrite: ({ json }) => ({ json: rewrite(json, request) }),
        }
      : before?.(nth, request);
}

/** Has the registry change the rows of a listing. */
export function changeRows(
  registry: ScriptedRegistry,
  list: 'registered_models' | 'model_versions',
  change: (rows: z.output<typeof row>[]) => object[],
): void {
  const at = list === 'registered_models' ? paths.models : paths.versions;
  rewriteAt(registry, at, json =>
    Object.assign({}, json, { [list]: change(listings.parse(json)[list]) }),
  );
}
