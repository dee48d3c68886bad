/** A fact: something that is only ever inserted, with the digest of its JSON. */
export interface FactRow {
  id: string;
  model_ref: string;
  record_digest: string;
  record: string;
}

export interface EvidenceRow extends FactRow {
  version: string;
  subject_digest: string;
  kind: string;
  produced_at: string;
  received_at: string;
  raw_digest: string;
}

export interface ReviewRow extends FactRow {
  version: string;
  environment: string;
  role: string;
  at: string;
}

export interface RegistrationRow extends FactRow {
  at: string;
}

export interface EvaluationRow extends FactRow {
  version: string;
  environment: string;
  sequence: number;
  at: string;
}

export interface AuditEntryRow {
  id: string;
  model_ref: string;
  version: string | null;
  sequence: number;
  at: string;
  actor: string;
  action: string;
  data: string;
  previous_hash: string;
  hash: string;
}

export interface AuditHeadRow {
  model_ref: string;
  sequence: number;
  hash: string;
}

export interface SubjectRow {
  model_ref: string;
  version: string;
  digest: string;
  title: string;
  owner: string | null;
  created_by: string | null;
  created_at: string;
  aliases: string;
  removed: boolean | number;
  derived_from: string | null;
}

export interface CurrentScorecardRow {
  model_ref: string;
  version: string;
  environment: string;
  evaluation_id: string;
  sequence: number;
  result_digest: string;
  at: string;
  gate: string;
  tier: string | null;
  blockers: string;
  counts: string;
  verdicts: string;
  pack_digest: string;
  subject_digest: string;
  producer: string | null;
  due_at: string | null;
}

/** A check pack that was in force. */
export interface PackRow {
  digest: string;
  pack_id: string;
  version: string;
  first_used_at: string;
  text: string;
}

/** A public key that verdicts were signed with. */
export interface SigningKeyRow {
  key_id: string;
  first_used_at: string;
  jwk: string;
}

/** Tables that hold facts. */
export type FactTable =
  'evidence' | 'reviews' | 'registrations' | 'evaluations';
