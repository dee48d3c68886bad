import { planAliases, planVersions } from './planVersions';
import { ModelRecord, StoredModel } from './records';
import {
  NamedModel,
  PagePlan,
  PlanContext,
  PlanPageOptions,
  startPlan,
} from './syncPlan';

function isTakenOver(
  context: PlanContext,
  model: ModelRecord,
  stored: StoredModel,
): boolean {
  return (
    stored.sourceId !== context.sourceId || stored.nativeId !== model.nativeId
  );
}

function planModel(
  context: PlanContext,
  model: NamedModel,
  stored: StoredModel | undefined,
) {
  const { plan } = context;
  const isChanged =
    stored !== undefined &&
    (isTakenOver(context, model, stored) ||
      stored.tombstoned ||
      stored.contentHash !== model.contentHash);
  if (!stored) plan.newModels.push(model);
  else if (isChanged) plan.changedModels.push({ id: stored.id, record: model });
  else if (stored.mark !== (model.mark ?? null))
    plan.newMarks.push({ id: stored.id, mark: model.mark ?? null });
  const versionsChanged = planVersions(context, model, stored?.id);
  const aliasesChanged = planAliases(
    context,
    model,
    (stored && context.aliasesByModel.get(stored.id)) ?? [],
  );
  if (!stored || isChanged || versionsChanged || aliasesChanged)
    plan.changedRefs.add(model.ref);
  if (stored) plan.seenModels.push(stored.id);
}

/** Whether a model may have the row of another one that holds its ref. */
function mayTakeOver(
  context: PlanContext,
  model: ModelRecord,
  holder: StoredModel,
): boolean {
  const isOrphan = !context.configuredSources.has(holder.sourceId);
  if (!model.insists) return isOrphan && holder.nativeId === model.nativeId;
  return isOrphan || holder.tombstoned || holder.sourceId === context.sourceId;
}

interface Place {
  ref: string;
  stored?: StoredModel;
}

/** Finds a ref for a model that isn't stored; undefined when it can have none. */
function findPlace(
  context: PlanContext,
  model: ModelRecord,
  holders: Map<string, StoredModel>,
  given: Set<string>,
): Place | undefined {
  for (const ref of model.refs) {
    const holder = holders.get(ref);
    if (given.has(ref)) continue;
    if (!holder) return { ref };
    if (mayTakeOver(context, model, holder)) return { ref, stored: holder };
  }
  return undefined;
}

function refuse(
  context: PlanContext,
  model: ModelRecord,
  holder: StoredModel | undefined,
) {
  const place = holder
    ? `is provided by source "${holder.sourceId}"`
    : 'stands on the same page';
  context.plan.problems.push({
    file: model.location,
    field: '/metadata/name',
    message: `${model.refs[0]} ${place} already; rename one of them`,
  });
}

/**
 * Compares a page of a source with what is stored, as sets, and says which rows
 * to write. Content that is stored stays; what contradicts it becomes a conflict.
 * A model keeps the ref it was first given, also when its source renames it. Pure.
 */
export function planPage(options: PlanPageOptions): PagePlan {
  const context = startPlan(options);
  const holders = new Map(options.stored.models.map(m => [m.ref, m]));
  const own = new Map(
    options.stored.models
      .filter(m => m.sourceId === options.sourceId)
      .map(m => [m.nativeId, m]),
  );
  const given = new Set<string>();
  for (const record of options.models) {
    const known = own.get(record.nativeId);
    const place: Place | undefined = known
      ? { ref: known.ref, stored: known }
      : findPlace(context, record, holders, given);
    if (!place) {
      refuse(context, record, holders.get(record.refs[0]));
      continue;
    }
    given.add(place.ref);
    planModel(context, { ...record, ref: place.ref }, place.stored);
  }
  return context.plan;
}
