import { randomUUID } from 'node:crypto';
import { digestOf, Scorecard } from '@modelyard/plugin-model-scorecard-common';
import { Knex } from 'knex';
import { AuditChain } from './AuditChain';
import { EvaluationStore } from './FactStore';
import { CurrentScorecardRow, EvaluationRow } from './rows';

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
): CurrentScorecardRow {
  const { gate, counts, tier } = scorecard;
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
  };
}

/** {@link EvaluationStore} in SQL. */
export class DatabaseEvaluationStore implements EvaluationStore {
  private constructor(
    private readonly knex: Knex,
    private readonly chain: AuditChain,
  ) {}

  static create(knex: Knex, chain: AuditChain): DatabaseEvaluationStore {
    return new DatabaseEvaluationStore(knex, chain);
  }

  async record(scorecard: Scorecard): Promise<boolean> {
    const result = resultDigest(scorecard);
    const before = await this.latest(this.knex, scorecard);
    if (before?.result_digest === result) return false;
    return this.chain.write(async tx => {
      const latest = await this.latest(tx, scorecard);
      if (latest?.result_digest === result) return false;
      await this.append(tx, scorecard, latest);
      return true;
    });
  }

  private async latest(
    knex: Knex | Knex.Transaction,
    { subject, gate }: Scorecard,
  ): Promise<CurrentScorecardRow | undefined> {
    return knex<CurrentScorecardRow>('current_scorecards')
      .where({
        model_ref: subject.ref,
        version: subject.version,
        environment: gate.environment,
      })
      .first();
  }

  private async append(
    tx: Knex.Transaction,
    scorecard: Scorecard,
    latest: CurrentScorecardRow | undefined,
  ): Promise<void> {
    const { subject, gate, pack, tier, counts, evaluatedAt } = scorecard;
    const row: EvaluationRow = {
      id: randomUUID(),
      model_ref: subject.ref,
      version: subject.version,
      environment: gate.environment,
      sequence: (latest?.sequence ?? 0) + 1,
      at: evaluatedAt,
      record_digest: digestOf(scorecard),
      record: JSON.stringify(scorecard),
    };
    await tx<EvaluationRow>('evaluations').insert(row);
    const current = toCurrent(scorecard, row);
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
      },
    });
  }
}
