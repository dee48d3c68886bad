import {
  SourceModel,
  SourcePage,
  SourceVersion,
} from '@modelyard/plugin-model-catalog-node';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { CommitTree } from './CommitTree';
import { GitObjects, Tag } from './GitObjects';
import { GtoModel, readGtoTags, toGtoHead } from './gtoTags';
import { findPointer } from './pointers';
import { readYaml } from './readYaml';

/** What the identities of models that tags register begin with. */
export const gtoPrefix = 'gto/';

/** The file in which GTO describes artifacts. */
const describedIn = 'artifacts.yaml';

const artifacts = z.record(
  z.string(),
  z.object({
    path: z.string().optional(),
    type: z.string().optional(),
    description: z.string().optional(),
    labels: z.array(z.string()).optional(),
  }),
);

type Described = z.output<typeof artifacts>[string];

/** What `artifacts.yaml` says of a model; nothing when it is missing or malformed. */
async function describe(tree: CommitTree, name: string): Promise<Described> {
  const text = await tree.peek(describedIn);
  try {
    const parsed = artifacts.safeParse(text ? readYaml(text) : {});
    return parsed.data?.[name] ?? {};
  } catch {
    return {};
  }
}

async function readVersion(
  objects: GitObjects,
  model: GtoModel,
  entry: [string, Tag],
  signal: AbortSignal,
): Promise<{ version: SourceVersion; described: Described }> {
  const [name, tag] = entry;
  const place = { commit: tag.commit, folder: '' };
  const tree = await CommitTree.open(objects, place, signal);
  const described = await describe(tree, model.name);
  const head = toGtoHead(model.name, name, tag);
  const { path } = described;
  return {
    described,
    version: {
      ...head,
      extent: 'whole',
      artifacts: path
        ? [{ uri: path, ...(await findPointer(tree, path)).facts }]
        : [],
    },
  };
}

function markOf(model: GtoModel): string {
  const versions = [...model.versions].map(([v, tag]) => [v, tag.commit]);
  return createHash('sha256')
    .update(JSON.stringify([versions, model.stages]))
    .digest('hex');
}

/** Models that a repository registers by the tags of GTO, as one page. */
export async function readGto(
  objects: GitObjects,
  known: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<SourcePage> {
  const page = {
    models: [] as SourceModel[],
    unchanged: [] as string[],
    problems: [],
  };
  for (const model of readGtoTags(await objects.listTags(signal))) {
    const nativeId = `${gtoPrefix}${model.name}`;
    const mark = markOf(model);
    if (known.get(nativeId) === mark) {
      page.unchanged.push(nativeId);
      continue;
    }
    const read = [];
    for (const entry of model.versions)
      read.push(await readVersion(objects, model, entry, signal));
    const { type, description, labels } = read[read.length - 1].described;
    page.models.push({
      nativeId,
      mark,
      type,
      description,
      tags: labels,
      title: model.name,
      aliases: model.stages,
      versions: read.map(({ version }) => version),
      location: `tags of ${model.name}`,
    });
  }
  return page;
}
