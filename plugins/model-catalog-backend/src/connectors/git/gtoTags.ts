import { SourceVersion } from '@modelyard/plugin-model-catalog-node';
import { Tag } from './GitObjects';

/** A model as the tags of GTO tell it. */
export interface GtoModel {
  name: string;
  /** Version to the tag that registered it. */
  versions: Map<string, Tag>;
  /** Stage to version. */
  stages: Record<string, string>;
}

/** `name@v1.2.3` registers a version, `name@v1.2.3!` takes it back. */
const versionTag = /^([^@#!]+)@(v\d+\.\d+\.\d+[\w.+-]*)(!)?(?:#\d+)?$/;
/** `name#stage` or `name#stage#4` gives the commit's version a stage, `name#stage!#5` takes it. */
const stageTag = /^([^@#!]+)#([A-Za-z][\w-]*)(!)?(?:#\d+)?$/;

/**
 * Models from the tags of a repository in the order of their creation, as
 * [GTO](https://dvc.org/doc/gto) writes them. Any other tag is left alone.
 */
export function readGtoTags(tags: Tag[]): GtoModel[] {
  const models = new Map<string, GtoModel>();
  const modelOf = (name: string) => {
    const known = models.get(name) ?? { name, versions: new Map(), stages: {} };
    models.set(name, known);
    return known;
  };
  for (const tag of tags) {
    const [, name, version, undo] = versionTag.exec(tag.name) ?? [];
    if (!name) continue;
    if (undo) modelOf(name).versions.delete(version);
    else modelOf(name).versions.set(version, tag);
  }
  for (const tag of tags) {
    const [, name, stage, undo] = stageTag.exec(tag.name) ?? [];
    const model = name === undefined ? undefined : models.get(name);
    if (!model) continue;
    const version = [...model.versions].find(
      ([, { commit }]) => commit === tag.commit,
    )?.[0];
    if (undo) delete model.stages[stage];
    else if (version) model.stages[stage] = version;
  }
  return [...models.values()].filter(model => model.versions.size > 0);
}

/** A version that a tag registered, before its artifact is known. */
export function toGtoHead(
  name: string,
  version: string,
  tag: Tag,
): SourceVersion {
  return {
    nativeId: `gto/${name}@${version}`,
    version,
    createdAt: tag.at,
    status: 'ready',
    digest: { value: `sha1:${tag.commit}`, kind: 'vcs' },
    artifacts: [],
    metrics: [],
    params: {},
    datasets: [],
    run: { commit: tag.commit },
    uri: `git:${tag.name}`,
    extent: 'head',
  };
}
