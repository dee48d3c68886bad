import { randomUUID } from 'node:crypto';
import {
  digestOf,
  nextDue,
  Scorecard,
  scorecardChanges,
} from '@modelyard/plugin-model-scorecard-common';
import { Knex } from 'knex';
import { AuditChain } from './AuditChain';
import { toKnownVersion } from './DatabaseSubjectStore';
import { CurrentResult, EvaluationBasis, EvaluationStore } from './FactStore';
import { enteredFacts } from './readVersionFacts';
import {
  AuditEntryRow,
  CurrentScorecardRow,
  EvaluationRow,
  SubjectRow,
} from './rows';

/** What a scorecard says apart from the time that has passed. */
function resultDigest({
  subject,
  pack,
  tier,
  gate,
  checks,
}: Scorecard): string {
  const results = checks.map(check => {
    const { id, verdict, severity, value, interval, evidence } = check;
    return { id, verdict, severity, value, interval, evidence };
  });
  return digestOf({ subject, pack, tier, gate, results });
}

function toCurrent(
  scorecard: Scorecard,
  row: EvaluationRow,
  producer: string | undefined,
): CurrentScorecardRow {
  const { gate, counts, tier, pack } = scorecard;
  return {
    model_ref: row.model_ref,
    version: row.version,
    environment: row.environment,
    evaluation_id: row.id,
    sequence: row.sequence,
    result_digest: resultDigest(scorecard),
    at: row.at,
    gate: gate.state,
    tier: tier ?? null,
    blockers: JSON.stringify(gate.blockers),
    counts: JSON.stringify(counts),
    verdicts: `|${Object.keys(counts).join('|')}|`,
    pack_digest: pack.digest,
    subject_digest: scorecard.subject.digest,
    producer: producer ?? null,
    due_at: nextDue(scorecard) ?? null,
  };
}

function keyOf({ subject, gate }: Scorecard) {
  return {
    model_ref: subject.ref,
    version: subject.version,
    environment: gate.environment,
  };
}

/** {@link EvaluationStore} in SQL. */
export class DatabaseEvaluationStore implements EvaluationStore {
  private constructor(
    private readonly knex: Knex,
    private readonly chain: AuditChain,
    private readonly environments: string[],
  ) {}

  /** @param environments - those whose results are kept */
  static create(
    knex: Knex,
    chain: AuditChain,
    environments: string[],
  ): DatabaseEvaluationStore {
    return new DatabaseEvaluationStore(knex, chain, environments);
  }

  async record(scorecard: Scorecard, basis: EvaluationBasis) {
    const result = resultDigest(scorecard);
    return this.chain.write(async tx => {
      await this.chain.lock(tx, scorecard.subject.ref);
      if (await this.hasNewerFacts(tx, scorecard, basis)) return 'outdated';
      const latest = await this.latest(tx, scorecard);
      if (latest?.result_digest === result) {
        await this.keepUpToDate(tx, scorecard, basis, latest);
        return false;
      }
      await this.append(tx, scorecard, basis, latest);
      return true;
    });
  }

  async current(ref: string, version: string, environment: string) {
    const row = await this.knex<CurrentScorecardRow>('current_scorecards')
      .where({ model_ref: ref, version, environment })
      .first();
    const result: CurrentResult | undefined = row && {
      evaluationId: row.evaluation_id,
      sequence: row.sequence,
      packDigest: row.pack_digest,
      subjectDigest: row.subject_digest,
      dueAt: row.due_at ?? undefined,
    };
    return result;
  }

  async outdated(packDigest: string, now: string) {
    const rows: SubjectRow[] = await this.knex('subjects as s')
      .where('s.removed', false)
      .whereNotExists(
        this.knex('current_scorecards as c')
          .whereRaw('c.model_ref = s.model_ref and c.version = s.version')
          .where('c.pack_digest', packDigest)
          .where(query =>
            query.whereNull('c.due_at').orWhere('c.due_at', '>', now),
          )
          .whereRaw('c.subject_digest = s.digest')
          .whereRaw("coalesce(c.producer, '') = coalesce(s.created_by, '')")
          .whereIn('c.environment', this.environments)
          .groupBy('c.model_ref', 'c.version')
          .havingRaw('count(*) = ?', [this.environments.length])
          .select(this.knex.raw('1')),
      )
      .orderBy(['s.model_ref', 's.version']);
    return rows.map(toKnownVersion);
  }

  private async hasNewerFacts(
    tx: Knex.Transaction,
    { subject }: Scorecard,
    { sequence }: EvaluationBasis,
  ): Promise<boolean> {
    const newer = await tx<AuditEntryRow>('audit_entries')
      .where('model_ref', subject.ref)
      .where('sequence', '>', sequence)
      .whereIn('action', enteredFacts)
      .where(query =>
        query.where('version', subject.version).orWhereNull('version'),
      )
      .first('id');
    return newer !== undefined;
  }

  /** The result is the same, but it may fall due at another time. */
  private async keepUpToDate(
    tx: Knex.Transaction,
    scorecard: Scorecard,
    basis: EvaluationBasis,
    before: CurrentScorecardRow,
  ): Promise<void> {
    const due = nextDue(scorecard) ?? null;
    const producer = basis.producer ?? null;
    if (before.due_at === due && before.producer === producer) return;
    await tx<CurrentScorecardRow>('current_scorecards')
      .where(keyOf(scorecard))
      .update({ due_at: due, producer });
  }

  private async latest(
    tx: Knex.Transaction,
    scorecard: Scorecard,
  ): Promise<CurrentScorecardRow | undefined> {
    return tx<CurrentScorecardRow>('current_scorecards')
      .where(keyOf(scorecard))
      .first();
  }

  private async append(
    tx: Knex.Transaction,
    scorecard: Scorecard,
    basis: EvaluationBasis,
    latest: CurrentScorecardRow | undefined,
  ): Promise<void> {
    const { subject, gate, pack, tier, counts, evaluatedAt } = scorecard;
    const before = latest && (await this.scorecardOf(tx, latest.evaluation_id));
    const row: EvaluationRow = {
      id: randomUUID(),
      ...keyOf(scorecard),
      sequence: (latest?.sequence ?? 0) + 1,
      at: evaluatedAt,
      record_digest: digestOf(scorecard),
      record: JSON.stringify(scorecard),
    };
    await tx<EvaluationRow>('evaluations').insert(row);
    const current = toCurrent(scorecard, row, basis.producer);
    await tx<CurrentScorecardRow>('current_scorecards')
      .insert(current)
      .onConflict(['model_ref', 'version', 'environment'])
      .merge(current);
    await this.chain.append(tx, {
      modelRef: subject.ref,
      version: subject.version,
      actor: 'model-scorecard',
      action:
        latest?.gate === gate.state ? 'version-evaluated' : 'gate-changed',
      at: evaluatedAt,
      data: {
        id: row.id,
        digest: row.record_digest,
        environment: gate.environment,
        gate: gate.state,
        blockers: gate.blockers,
        counts,
        tier,
        packDigest: pack.digest,
        changes: scorecardChanges(before, scorecard),
      },
    });
  }

  private async scorecardOf(
    tx: Knex.Transaction,
    id: string,
  ): Promise<Scorecard | undefined> {
    const row = await tx<EvaluationRow>('evaluations').where({ id }).first();
    return row && JSON.parse(row.record);
  }
}
