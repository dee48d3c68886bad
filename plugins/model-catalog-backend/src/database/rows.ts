import { z } from 'zod';

/** A row of `sources`. */
export interface SourceHealthRow {
  id: string;
  type: string;
  last_success_at: string | null;
  last_error_at: string | null;
  last_error: string | null;
  last_state: string | null;
  problems: string;
  last_run_started_at: string | null;
  last_run_duration_ms: number | null;
  last_run_written: number | null;
  held_removals: string | null;
  /** Grows with whatever a run writes. */
  revision: number;
}

/** A row of `sync_runs`. */
export interface SyncRunRow {
  id: string;
  source_id: string;
  state: 'running' | 'succeeded' | 'failed';
  requested_by: string | null;
  started_at: string;
  finished_at: string | null;
  lease_until: string;
  written: number | null;
  error: string | null;
  problems: string;
  checkpoint: string | null;
}

/** A row of `source_events`. */
export interface SourceEventRow {
  source_id: string;
  delivery_id: string;
  received_at: string;
}

/** A row of `models`. */
export interface ModelTableRow {
  id: number;
  source_id: string;
  native_id: string;
  ref: string;
  title: string;
  description: string | null;
  type: string;
  lifecycle: string;
  owner: string | null;
  system: string | null;
  task: string | null;
  license: string | null;
  risk_tier: string | null;
  tags: string;
  base_models: string;
  base_model_titles: string;
  datasets: string;
  location: string;
  search_text: string;
  content_hash: string;
  source_mark: string | null;
  /** The ref of its title, which another model had when this one was stored. */
  wanted_ref: string | null;
  version_count: number;
  removed_versions: number;
  latest_version: string | null;
  latest_created_at: string | null;
  tombstoned_at: string | null;
  tombstone_reason: string | null;
}

/** A row of `model_versions`. */
export interface VersionTableRow {
  id: number;
  model_id: number;
  native_id: string;
  version: string;
  created_at: string;
  created_by: string | null;
  status: 'ready' | 'pending' | 'failed';
  stage: string | null;
  digest: string;
  digest_kind: string;
  artifacts: string;
  metrics: string;
  params: string;
  datasets: string;
  run: string | null;
  links: string;
  card: string | null;
  uri: string | null;
  labels: string;
  content_marks: string;
  detail_hash: string;
  tombstoned_at: string | null;
  tombstone_reason: string | null;
}

/** A row of `version_conflicts`. */
export interface ConflictRow {
  id: number;
  version_id: number;
  digest: string;
  fields: string;
  marks: string;
  seen_at: string;
  ended_at: string | null;
}

/** A row of `model_aliases`. */
export interface AliasRow {
  id: number;
  model_id: number;
  alias: string;
  version: string;
  since: string;
  until: string | null;
}

/** Schemas of the JSON columns; what is stored was written through the same types. */
export const columnSchemas = {
  texts: z.array(z.string()),
  labels: z.record(z.string(), z.string()),
  checkpoint: z.tuple([z.string(), z.string()]),
  holdings: z.object({ models: z.number(), versions: z.number() }),
  params: z.record(z.string(), z.string()),
  digestKind: z.enum(['content', 'vcs', 'manifest', 'record']),
  artifacts: z.array(
    z.object({
      uri: z.string(),
      digest: z.string().optional(),
      sizeBytes: z.number().optional(),
      format: z.string().optional(),
    }),
  ),
  metrics: z.array(
    z.object({
      name: z.string(),
      value: z.number(),
      higherIsBetter: z.boolean().optional(),
      dataset: z.string().optional(),
      split: z.string().optional(),
      n: z.number().optional(),
    }),
  ),
  datasets: z.array(
    z.object({
      name: z.string(),
      digest: z.string().optional(),
      role: z.string().optional(),
    }),
  ),
  run: z.object({
    id: z.string().optional(),
    url: z.string().optional(),
    commit: z.string().optional(),
  }),
  links: z.array(z.object({ url: z.string(), title: z.string() })),
  problems: z.array(
    z.object({
      file: z.string(),
      line: z.number().optional(),
      field: z.string().optional(),
      message: z.string(),
      severity: z.enum(['error', 'warning']).optional(),
    }),
  ),
};

/** Reads a JSON column by its schema. */
export function readColumn<TSchema extends z.ZodType>(
  schema: TSchema,
  json: string,
): z.output<TSchema> {
  return schema.parse(JSON.parse(json));
}
