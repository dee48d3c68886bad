import { PlanAnswer } from '@modelyard/plugin-model-delivery-common';

/** What writing would do to a file; absent for one that stays as it is. */
export type Change = PlanAnswer['changes'][number]['change'];

/** A file of the plan, or one that it removes. */
export interface TreeFile {
  kind: 'file';
  name: string;
  path: string;
  change?: Change;
}

/** A folder, and what lies in it. */
export interface TreeFolder {
  kind: 'folder';
  name: string;
  path: string;
  /** Changed files in it, at any depth. */
  changed: number;
  items: (TreeFolder | TreeFile)[];
}

interface Entry {
  path: string;
  change?: Change;
}

function entriesOf({ files, changes }: PlanAnswer): Entry[] {
  const changed = new Map(changes.map(({ path, change }) => [path, change]));
  const planned = files.map(({ path }) => ({
    path,
    change: changed.get(path),
  }));
  const removed = changes.filter(({ change }) => change === 'removed');
  return [...planned, ...removed];
}

function byKindAndName(
  one: TreeFolder | TreeFile,
  other: TreeFolder | TreeFile,
) {
  return one.kind === other.kind
    ? one.name.localeCompare(other.name, 'en')
    : Number(one.kind === 'file') - Number(other.kind === 'file');
}

function build(entries: Entry[], path: string): TreeFolder['items'] {
  const folders = new Map<string, Entry[]>();
  const files: TreeFile[] = [];
  for (const entry of entries) {
    const [name, ...rest] = entry.path.slice(path.length).split('/');
    if (rest.length) folders.set(name, [...(folders.get(name) ?? []), entry]);
    else files.push({ kind: 'file', name, ...entry });
  }
  const nested = [...folders].map(([name, inside]): TreeFolder => {
    const below = `${path}${name}/`;
    const changed = inside.filter(({ change }) => change).length;
    const items = build(inside, below);
    return { kind: 'folder', name, path: below, changed, items };
  });
  return [...nested, ...files].sort(byKindAndName);
}

/** The files of a plan as a tree, folders first, removed files included. */
export function fileTree(plan: PlanAnswer): TreeFolder['items'] {
  return build(entriesOf(plan), '');
}

/** Whether the repository has files already that the plan knows of. */
export function isKnownRepository({ files, changes }: PlanAnswer): boolean {
  const added = changes.filter(({ change }) => change === 'added').length;
  return added < files.length || added < changes.length;
}
