import { SourceProblem } from '@modelyard/plugin-model-catalog-node';
import {
  CurrentAlias,
  ModelRecord,
  StoredState,
  StoredVersion,
  VersionRecord,
} from './records';

/** A model that is ready to be stored under one of its refs. */
export type NamedModel = ModelRecord & { ref: string };

/** One thing that a version's source tells otherwise. */
export interface NewConflict {
  versionId: number;
  ref: string;
  version: string;
  digest: string;
  fields: string[];
  marks: string;
}

/** The rows that a page of a source writes. Nothing in it: nothing to write. */
export interface PagePlan {
  newModels: NamedModel[];
  changedModels: { id: number; record: NamedModel }[];
  /** Models of which nothing but the mark moved. */
  newMarks: { id: number; mark: string | null }[];
  /** New ones, and ones of which details changed; by the Model's ref. */
  versions: { ref: string; record: VersionRecord }[];
  returnedVersions: number[];
  newConflicts: NewConflict[];
  endedConflicts: number[];
  newAliases: { ref: string; alias: string; version: string }[];
  endedAliases: number[];
  /** Refs of every model that something changed about. */
  changedRefs: Set<string>;
  /** Ids of stored models that the page holds. */
  seenModels: number[];
  /** Versions that a model of the page has no more. */
  missing: { modelId: number; versionId: number }[];
  /** Models of the source that could not be taken in, or not under their name. */
  problems: SourceProblem[];
}

/** Input of `planPage`. */
export interface PlanPageOptions {
  sourceId: string;
  models: ModelRecord[];
  stored: StoredState;
  /** Sources in the configuration; a model of any other may be taken over. */
  configuredSources: ReadonlySet<string>;
}

/** What the steps of planning share. */
export interface PlanContext extends PlanPageOptions {
  plan: PagePlan;
  versionsByModel: Map<number, StoredVersion[]>;
  conflicts: Map<number, { id: number; marks: string }>;
  aliasesByModel: Map<number, CurrentAlias[]>;
}

function groupByModel<T extends { modelId: number }>(
  rows: T[],
): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(row.modelId);
    if (group) group.push(row);
    else groups.set(row.modelId, [row]);
  }
  return groups;
}

function emptyPlan(): PagePlan {
  return {
    newModels: [],
    changedModels: [],
    newMarks: [],
    versions: [],
    returnedVersions: [],
    newConflicts: [],
    endedConflicts: [],
    newAliases: [],
    endedAliases: [],
    changedRefs: new Set(),
    seenModels: [],
    missing: [],
    problems: [],
  };
}

/** Starts a plan: nothing to write yet, and the stored rows by what they belong to. */
export function startPlan(options: PlanPageOptions): PlanContext {
  const { stored } = options;
  return {
    ...options,
    plan: emptyPlan(),
    versionsByModel: groupByModel(stored.versions),
    conflicts: new Map(stored.conflicts.map(c => [c.versionId, c])),
    aliasesByModel: groupByModel(stored.aliases),
  };
}

/** Whether a plan writes anything. */
export function isEmptyPlan(plan: PagePlan): boolean {
  return plan.changedRefs.size === 0 && plan.newMarks.length === 0;
}
