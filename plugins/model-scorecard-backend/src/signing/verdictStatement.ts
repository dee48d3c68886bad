import { modelPath } from '@modelyard/plugin-model-catalog-common';
import {
  digestVerdict,
  Scorecard,
  StoredEvidence,
} from '@modelyard/plugin-model-scorecard-common';

/** What {@link verdictStatement} says. */
export interface VerdictStatementOptions {
  scorecard: Scorecard;
  /** Digests of the records that the checks rest on. */
  evidence: Pick<StoredEvidence, 'id' | 'digest'>[];
  /** External URL of the plugin's API. */
  baseUrl: string;
  /** How many results of this version and environment there were, this one included. */
  sequence: number;
  /** When it must be asked for again, UTC ISO 8601. */
  validUntil: string;
}

/** `sha256:ab…` → `{sha256: 'ab…'}`; a bare commit id is a `gitCommit`. */
function digestSet(digest: string): Record<string, string> {
  const colon = digest.indexOf(':');
  return colon < 0
    ? { gitCommit: digest }
    : { [digest.slice(0, colon)]: digest.slice(colon + 1) };
}

/**
 * The gate of a version as an in-toto Statement v1 with a SLSA verification
 * summary (https://slsa.dev/verification_summary/v1) as its predicate.
 */
export function verdictStatement(options: VerdictStatementOptions): object {
  const { scorecard, evidence, baseUrl, sequence, validUntil } = options;
  const { subject, pack, gate, evaluatedAt, tier } = scorecard;
  const { namespace, name } = modelPath(subject.ref);
  const path = [namespace, name, 'versions', subject.version]
    .map(encodeURIComponent)
    .join('/');
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [
      {
        name: `${subject.ref}@${subject.version}`,
        digest: digestSet(subject.digest),
      },
    ],
    predicateType: 'https://slsa.dev/verification_summary/v1',
    predicate: {
      verifier: { id: baseUrl },
      timeVerified: evaluatedAt,
      resourceUri: `${baseUrl}/models/${path}`,
      policy: {
        uri: `${baseUrl}/packs/${encodeURIComponent(pack.digest)}`,
        digest: digestSet(pack.digest),
      },
      inputAttestations: evidence.map(({ id, digest }) => ({
        uri: `${baseUrl}/evidence/${id}`,
        digest: digestSet(digest),
      })),
      verificationResult: gate.state === 'open' ? 'PASSED' : 'FAILED',
      verifiedLevels: [],
      environment: gate.environment,
      validUntil,
      sequence,
      pack: { id: pack.id, version: pack.version },
      blockers: gate.blockers,
      verdictDigest: digestVerdict(scorecard),
      tier,
    },
  };
}
