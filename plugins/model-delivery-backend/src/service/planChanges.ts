import { createHash } from 'node:crypto';
import {
  isOutdatedPath,
  PlanFile,
} from '@modelyard/plugin-model-delivery-common';
import { Repositories } from '../git/Repositories';
import { PreparedDelivery } from './PreparedDelivery';
import { repositoryIdOf } from '../git/repositoryId';

/** What writing a plan would do to one file. */
export interface PlanChange {
  path: string;
  change: 'added' | 'changed' | 'removed';
}

/** Id that Git gives to a content. */
function objectIdOf({ content }: PlanFile): string {
  const bytes = Buffer.from(content, 'utf8');
  return createHash('sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}

/**
 * What writing a plan would change in its repository, sorted by path. Files that
 * are no part of a plan are left alone. Nothing is read but the list of files.
 */
export async function planChanges(
  repositories: Pick<Repositories, 'entries'>,
  { input, plan, head }: PreparedDelivery,
): Promise<PlanChange[]> {
  const entries =
    head === undefined
      ? []
      : await repositories.entries(repositoryIdOf(input), head);
  const before = new Map(entries.map(({ path, object }) => [path, object]));
  const planned = new Set(plan.files.map(file => file.path));
  const written = plan.files.flatMap<PlanChange>(file => {
    const object = before.get(file.path);
    if (object === undefined) return [{ path: file.path, change: 'added' }];
    return object === objectIdOf(file)
      ? []
      : [{ path: file.path, change: 'changed' }];
  });
  const removed = entries
    .map(({ path }) => path)
    .filter(path => !planned.has(path) && isOutdatedPath(path, plan.retained))
    .map<PlanChange>(path => ({ path, change: 'removed' }));
  return [...written, ...removed].sort((a, b) => (a.path < b.path ? -1 : 1));
}
