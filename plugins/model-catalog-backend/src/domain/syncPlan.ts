import { SourceProblem } from '@modelyard/plugin-model-catalog-node';
import {
  CurrentAlias,
  ModelRecord,
  StoredState,
  StoredVersion,
  VersionRecord,
} from './records';

/** What was read of a source. */
export interface ReadResult {
  models: ModelRecord[];
  /** False when an item could not be read: then nothing counts as vanished. */
  complete: boolean;
}

/** One thing that a version's source tells otherwise. */
export interface NewConflict {
  versionId: number;
  ref: string;
  version: string;
  digest: string;
  fields: string[];
  marks: string;
}

/** The rows that a sync writes. Nothing in it: nothing to write. */
export interface SyncPlan {
  newModels: ModelRecord[];
  changedModels: { id: number; record: ModelRecord }[];
  vanishedModels: { id: number; ref: string }[];
  /** New ones, and ones of which details changed; by the Model's ref. */
  versions: { ref: string; record: VersionRecord }[];
  returnedVersions: number[];
  vanishedVersions: number[];
  newConflicts: NewConflict[];
  endedConflicts: number[];
  newAliases: { ref: string; alias: string; version: string }[];
  endedAliases: number[];
  /** Refs of every model that something changed about. */
  changedRefs: Set<string>;
  /** Models of the source that could not be taken in. */
  problems: SourceProblem[];
}

/** Input of {@link planSync}. */
export interface PlanSyncOptions {
  sourceId: string;
  read: ReadResult;
  stored: StoredState;
  /** Sources in the configuration; a model of any other may be taken over. */
  configuredSources: ReadonlySet<string>;
}

/** What the steps of planning share. */
export interface PlanContext extends PlanSyncOptions {
  plan: SyncPlan;
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

function emptyPlan(): SyncPlan {
  return {
    newModels: [],
    changedModels: [],
    vanishedModels: [],
    versions: [],
    returnedVersions: [],
    vanishedVersions: [],
    newConflicts: [],
    endedConflicts: [],
    newAliases: [],
    endedAliases: [],
    changedRefs: new Set(),
    problems: [],
  };
}

/** Starts a plan: nothing to write yet, and the stored rows by what they belong to. */
export function startPlan(options: PlanSyncOptions): PlanContext {
  const { stored } = options;
  return {
    ...options,
    plan: emptyPlan(),
    versionsByModel: groupByModel(stored.versions),
    conflicts: new Map(stored.conflicts.map(c => [c.versionId, c])),
    aliasesByModel: groupByModel(stored.aliases),
  };
}
