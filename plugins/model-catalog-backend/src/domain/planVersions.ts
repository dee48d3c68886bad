import { differingFields } from './contentMarks';
import { CurrentAlias, StoredVersion, VersionRecord } from './records';
import { NamedModel, PlanContext } from './syncPlan';

function planConflict(
  context: PlanContext,
  stored: StoredVersion,
  model: { ref: string; record: VersionRecord },
): boolean {
  const { ref, record } = model;
  const { plan, conflicts } = context;
  const open = conflicts.get(stored.id);
  const fields = differingFields(stored.marks, record.marks);
  const agrees = fields.length === 0;
  const isNews = open && differingFields(open.marks, record.marks).length > 0;
  if (isNews) plan.endedConflicts.push(open.id);
  if (!agrees && (!open || isNews)) {
    plan.newConflicts.push({
      versionId: stored.id,
      ref,
      version: record.version,
      digest: record.digest,
      fields,
      marks: record.marks,
    });
    return true;
  }
  return Boolean(isNews);
}

/** While the source contradicts the store, its details describe other content. */
function hasNewDetails(stored: StoredVersion, record: VersionRecord): boolean {
  return (
    record.extent !== 'partial' &&
    stored.detailHash !== record.detailHash &&
    differingFields(stored.marks, record.marks).length === 0
  );
}

/** Plans the versions of one model; says whether anything changes. */
export function planVersions(
  context: PlanContext,
  model: NamedModel,
  modelId: number | undefined,
): boolean {
  const { plan } = context;
  const storedVersions =
    (modelId !== undefined && context.versionsByModel.get(modelId)) || [];
  const missing = new Map(storedVersions.map(v => [v.version, v]));
  let changed = false;
  for (const record of model.versions) {
    const known = missing.get(record.version);
    missing.delete(record.version);
    if (known?.tombstoned) plan.returnedVersions.push(known.id);
    const conflictChanged = known
      ? planConflict(context, known, { ref: model.ref, record })
      : false;
    const isWritten = !known || hasNewDetails(known, record);
    if (isWritten) plan.versions.push({ ref: model.ref, record });
    changed ||= conflictChanged || isWritten || Boolean(known?.tombstoned);
  }
  if (model.listsCurrentOnly) return changed;
  for (const version of missing.values())
    if (!version.tombstoned)
      plan.missing.push({ modelId: version.modelId, versionId: version.id });
  return changed;
}

/** Plans the aliases of one model; says whether anything changes. */
export function planAliases(
  context: PlanContext,
  model: NamedModel,
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
