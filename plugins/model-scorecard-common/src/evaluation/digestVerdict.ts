import { Scorecard } from '../api/ScorecardApi';
import { digestOf } from '../json/canonicalJson';

/**
 * Digest of what a verdict says: subject, pack, environment, gate, and every check
 * with its verdict and evidence. It holds no time, so that it stays the same until
 * something of that changes; the signed verdict carries it as `verdictDigest`.
 *
 * @returns `sha256:` and the hash of the canonical JSON
 *
 * @public
 */
export function digestVerdict({
  subject,
  pack,
  gate,
  tier,
  checks,
}: Pick<Scorecard, 'subject' | 'pack' | 'gate' | 'tier' | 'checks'>): string {
  const { environment, state, blockers } = gate;
  return digestOf({
    subject,
    pack: pack.digest,
    environment,
    state,
    blockers: [...blockers].sort(),
    tier,
    checks: checks
      .map(({ id, verdict, evidence }) => ({
        id,
        verdict,
        evidence: [...evidence].sort(),
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  });
}
