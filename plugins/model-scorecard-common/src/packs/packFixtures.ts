import { Registration, Review } from '../api/ScorecardApi';
import { evaluate } from '../evaluation/evaluate';
import { EvaluateOptions } from '../evaluation/EvaluateOptions';
import { completeRecord } from '../evidence/completeRecord';
import { EvidenceRecord } from '../evidence/EvidenceRecord';
import { parseCanonicalRecord } from '../evidence/parseCanonicalRecord';
import { CheckPack } from './CheckPack';
import { PackFixture } from './packSchema';

/**
 * A fixture whose facts gave something else than it expects.
 *
 * @public
 */
export interface FixtureFailure {
  /** Path in the pack, such as `['fixtures', 3, 'expect', 'checks', 'fair.spd']`. */
  path: PropertyKey[];
  message: string;
}

const now = '2026-01-01T00:00:00.000Z';
const subject = {
  ref: 'model:default/fixture',
  version: '1',
  digest: `sha256:${'f'.repeat(64)}`,
};
const otherDigest = `sha256:${'0'.repeat(64)}`;

type FixtureRecord = PackFixture['given']['evidence'][number];

function toRecord(
  given: FixtureRecord,
  index: number,
): EvidenceRecord | FixtureFailure {
  const {
    age,
    trust,
    problems,
    invalid,
    otherDigest: foreign,
    ...rest
  } = given;
  const parsed = parseCanonicalRecord({
    ...rest,
    tool: { name: 'fixture', version: '1' },
    producedAt: new Date(Date.parse(now) - age * 1000).toISOString(),
  });
  if (!parsed.ok) {
    const [{ path, message }] = parsed.problems;
    const inside = path.split('/').slice(1);
    return { path: ['given', 'evidence', index, ...inside], message };
  }
  return {
    ...completeRecord(parsed.record),
    id: `record-${index}`,
    subject: foreign ? { ...subject, digest: otherDigest } : subject,
    trust,
    problems,
    invalid,
    usable: !invalid && !problems.length,
    producer: given.producer,
  };
}

function toReview(
  { role, decision, by }: PackFixture['given']['reviews'][number],
  index: number,
  environment: string,
): Review {
  return {
    id: `review-${index}`,
    subject,
    environment,
    role,
    decision,
    by: by ?? `user:default/${role}`,
    comment: 'fixture',
    at: now,
  };
}

/**
 * The facts that a fixture gives; a failure where they are no evidence at all.
 * Time stands still, the version's producer is `user:default/producer`.
 */
export function factsOfFixture(
  pack: CheckPack,
  { given }: PackFixture,
): EvaluateOptions | FixtureFailure {
  const records = given.evidence.map(toRecord);
  const failure = records.find(record => 'message' in record);
  if (failure) return failure;
  const tier: Registration | undefined = given.tier && {
    id: 'registration-1',
    ref: subject.ref,
    tier: given.tier,
    purpose: 'fixture',
    personalData: given.personalData,
    by: 'user:default/registrar',
    at: now,
  };
  return {
    pack,
    subject,
    tier,
    now,
    environment: given.environment,
    evidence: records.filter(record => 'id' in record),
    reviews: given.reviews.map((review, index) =>
      toReview(review, index, given.environment),
    ),
    producer: 'user:default/producer',
  };
}

function failuresOf(pack: CheckPack, fixture: PackFixture): FixtureFailure[] {
  const facts = factsOfFixture(pack, fixture);
  if ('message' in facts) return [facts];
  const { checks, gate } = evaluate(facts);
  const failures: FixtureFailure[] = [];
  if (fixture.expect.gate && fixture.expect.gate !== gate.state)
    failures.push({
      path: ['expect', 'gate'],
      message: `the gate is ${gate.state} (${gate.blockers.join(', ') || 'nothing blocks'}), not ${fixture.expect.gate}`,
    });
  for (const [id, expected] of Object.entries(fixture.expect.checks)) {
    const check = checks.find(other => other.id === id);
    if (check?.verdict === expected) continue;
    failures.push({
      path: ['expect', 'checks', id],
      message: check
        ? `${id} is ${check.verdict} (${check.reason}), not ${expected}`
        : `the pack has no check ${id}`,
    });
  }
  return failures;
}

/**
 * Runs the fixtures of a pack: what its own examples say must come out.
 *
 * @public
 */
export function runPackFixtures(pack: CheckPack): FixtureFailure[] {
  return pack.fixtures.flatMap((fixture, index) =>
    failuresOf(pack, fixture).map(({ path, message }) => ({
      path: ['fixtures', index, ...path],
      message: `"${fixture.name}": ${message}`,
    })),
  );
}
