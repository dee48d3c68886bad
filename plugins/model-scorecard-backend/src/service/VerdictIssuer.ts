import { DsseEnvelope } from '@modelyard/plugin-model-scorecard-common';
import { CurrentResult } from '../database/FactStore';
import { KnownVersion } from '../database/SubjectStore';
import { VerdictSigner } from '../signing/VerdictSigner';
import { verdictStatement } from '../signing/verdictStatement';
import { Evaluator } from './Evaluator';
import { personalEvidence } from './personalEvidence';

/** Options of {@link VerdictIssuer.create}. */
export interface VerdictIssuerOptions {
  evaluator: Evaluator;
  signer: VerdictSigner;
  /** External URL of the plugin's API. */
  baseUrl: () => Promise<string>;
  /** Milliseconds for which a statement may be relied on without asking again. */
  validForMs: number;
  /** UTC ISO 8601. */
  now: () => string;
}

/** A signed verdict, and the tag that it keeps for as long as it holds. */
export interface IssuedVerdict {
  envelope: DsseEnvelope;
  /** Absent for environments whose results are not kept. */
  etag?: string;
}

/** Signs verdicts, and knows whether one that was signed before still holds. */
export class VerdictIssuer {
  private constructor(private readonly options: VerdictIssuerOptions) {}

  static create(options: VerdictIssuerOptions): VerdictIssuer {
    return new VerdictIssuer(options);
  }

  /** The tag of the verdict in force, if it still holds. Evaluates nothing. */
  async standingTag(
    version: KnownVersion,
    environment: string,
  ): Promise<string | undefined> {
    const { evaluator } = this.options;
    const result = await evaluator.standingResult(version, environment);
    return result && this.tagOf(result);
  }

  /** Evaluates a version and signs its gate. */
  async issue(
    version: KnownVersion,
    environment: string,
  ): Promise<IssuedVerdict> {
    const { evaluator, signer, baseUrl } = this.options;
    const result = await evaluator.currentResult(version, environment);
    const { scorecards, facts } = await evaluator.scorecardsOf(version, [
      environment,
    ]);
    const [scorecard] = scorecards;
    const used = new Set(scorecard.checks.flatMap(check => check.evidence));
    const evidence = [
      ...facts.evidence,
      ...personalEvidence(facts, scorecard.subject),
    ];
    const statement = verdictStatement({
      scorecard,
      evidence: evidence.filter(({ id }) => used.has(id)),
      baseUrl: await baseUrl(),
      sequence: result?.sequence ?? 0,
      validUntil: this.validUntil(result),
    });
    return {
      envelope: signer.seal(statement),
      etag: result && this.tagOf(result),
    };
  }

  /** Half of the validity; a statement holds for the rest of this one and the next. */
  private period(): { index: number; ms: number } {
    const ms = this.options.validForMs / 2;
    return { ms, index: Math.floor(Date.parse(this.options.now()) / ms) };
  }

  private validUntil(result: CurrentResult | undefined): string {
    const { index, ms } = this.period();
    const end = new Date((index + 2) * ms).toISOString();
    return result?.dueAt && result.dueAt < end ? result.dueAt : end;
  }

  private tagOf({ evaluationId }: CurrentResult): string {
    const key = this.options.signer.keyId.slice(0, 16);
    return `"${evaluationId}.${key}.${this.period().index}"`;
  }
}
