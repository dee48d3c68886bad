import { differingFields } from './contentMarks';
import {
  CurrentAlias,
  ModelRecord,
  StoredVersion,
  VersionRecord,
} from './records';
import { PlanContext } from './syncPlan';

function planConflict(
  context: PlanContext,
  stored: StoredVersion,
  model: { ref: string; record: VersionRecord },
): boolean {
  const { ref, record } = model;
  const { plan, conflicts } = context;
  const open = conflicts.get(stored.id);
  const agrees = stored.marks === record.marks;
  if (open && open.marks !== record.marks) plan.endedConflicts.push(open.id);
  if (!agrees && open?.marks !== record.marks) {
    plan.newConflicts.push({
      versionId: stored.id,
      ref,
      version: record.version,
      digest: record.digest,
      fields: differingFields(stored.marks, record.marks),
      marks: record.marks,
    });
    return true;
  }
  return open !== undefined && agrees;
}

/** Plans the versions of one model; says whether anything changes. */
export function planVersions(
  context: PlanContext,
  model: ModelRecord,
  storedVersions: StoredVersion[],
): boolean {
  const { plan, read } = context;
  const stored = new Map(storedVersions.map(v => [v.version, v]));
  let changed = false;
  for (const record of model.versions) {
    const known = stored.get(record.version);
    stored.delete(record.version);
    if (known?.tombstoned) plan.returnedVersions.push(known.id);
    const conflictChanged = known
      ? planConflict(context, known, { ref: model.ref, record })
      : false;
    // While the source contradicts the store, its details describe other content.
    const detailsChanged =
      !known ||
      (!record.isPartial &&
        known.marks === record.marks &&
        known.detailHash !== record.detailHash);
    if (detailsChanged) plan.versions.push({ ref: model.ref, record });
    changed ||= conflictChanged || detailsChanged || Boolean(known?.tombstoned);
  }
  if (!read.complete) return changed;
  const vanished = [...stored.values()].filter(v => !v.tombstoned);
  plan.vanishedVersions.push(...vanished.map(v => v.id));
  return changed || vanished.length > 0;
}

/** Plans the aliases of one model; says whether anything changes. */
export function planAliases(
  context: PlanContext,
  model: ModelRecord,
  current: CurrentAlias[],
): boolean {
  const { plan } = context;
  const pointers = new Map(current.map(a => [a.alias, a]));
  const moved = Object.entries(model.aliases).filter(
    ([alias, version]) => pointers.get(alias)?.version !== version,
  );
  const ended = current.filter(a => model.aliases[a.alias] !== a.version);
  plan.newAliases.push(
    ...moved.map(([alias, version]) => ({ ref: model.ref, alias, version })),
  );
  plan.endedAliases.push(...ended.map(a => a.id));
  return moved.length + ended.length > 0;
}
