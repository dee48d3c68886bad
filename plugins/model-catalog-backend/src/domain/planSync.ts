import { planAliases, planVersions } from './planVersions';
import { ModelRecord, StoredModel } from './records';
import { PlanContext, PlanSyncOptions, startPlan, SyncPlan } from './syncPlan';

function planModel(
  context: PlanContext,
  model: ModelRecord,
  stored: StoredModel | undefined,
) {
  const { plan, sourceId } = context;
  const isTakenOver =
    stored !== undefined &&
    (stored.sourceId !== sourceId || stored.nativeId !== model.nativeId);
  const isChanged =
    isTakenOver ||
    stored?.tombstoned ||
    (stored !== undefined && stored.contentHash !== model.contentHash);
  if (!stored) plan.newModels.push(model);
  else if (isChanged) plan.changedModels.push({ id: stored.id, record: model });
  const versionsChanged = planVersions(
    context,
    model,
    (stored && context.versionsByModel.get(stored.id)) ?? [],
  );
  const aliasesChanged = planAliases(
    context,
    model,
    (stored && context.aliasesByModel.get(stored.id)) ?? [],
  );
  if (!stored || isChanged || versionsChanged || aliasesChanged)
    plan.changedRefs.add(model.ref);
}

function planVanished(context: PlanContext, seen: Set<number>) {
  const { plan, stored, sourceId, read } = context;
  if (!read.complete) return;
  for (const model of stored.models) {
    if (model.sourceId !== sourceId || model.tombstoned || seen.has(model.id))
      continue;
    plan.vanishedModels.push({ id: model.id, ref: model.ref });
    const versions = context.versionsByModel.get(model.id) ?? [];
    plan.vanishedVersions.push(
      ...versions.filter(v => !v.tombstoned).map(v => v.id),
    );
    const aliases = context.aliasesByModel.get(model.id) ?? [];
    plan.endedAliases.push(...aliases.map(a => a.id));
    plan.changedRefs.add(model.ref);
  }
}

/**
 * Why a model that was read can't be taken in: another one has its ref.
 */
function findRival(
  context: PlanContext,
  holder: StoredModel | undefined,
  twin: string | undefined,
): string | undefined {
  if (twin !== undefined) return `stands in ${twin}`;
  if (!holder || holder.tombstoned || holder.sourceId === context.sourceId)
    return undefined;
  return context.configuredSources.has(holder.sourceId)
    ? `is provided by source "${holder.sourceId}"`
    : undefined;
}

/**
 * Compares what a source tells with what is stored, as sets, and says which rows
 * to write. Content that is stored stays; what contradicts it becomes a conflict,
 * what is gone after a complete read a tombstone. A model keeps the ref it was
 * first given, also when its source renames it. Pure.
 */
export function planSync(options: PlanSyncOptions): SyncPlan {
  const context = startPlan(options);
  const { models } = options.stored;
  const byRef = new Map(models.map(m => [m.ref, m]));
  const byNativeId = new Map(
    models
      .filter(m => m.sourceId === options.sourceId)
      .map(m => [m.nativeId, m]),
  );
  const locations = new Map<string, string>();
  const seen = new Set<number>();
  for (const record of options.read.models) {
    const known = byNativeId.get(record.nativeId);
    const model = known ? { ...record, ref: known.ref } : record;
    const stored = known ?? byRef.get(model.ref);
    const rival = findRival(context, stored, locations.get(model.ref));
    if (rival) {
      context.plan.problems.push({
        file: model.location,
        field: '/metadata/name',
        message: `${model.ref} ${rival} already; rename one of them`,
      });
      continue;
    }
    locations.set(model.ref, model.location);
    if (stored) seen.add(stored.id);
    planModel(context, model, stored);
  }
  planVanished(context, seen);
  return context.plan;
}
