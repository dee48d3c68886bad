import {
  EvaluateOptions,
  EvidenceMetric,
  EvidenceRecord,
  Review,
} from '@modelyard/plugin-model-scorecard-common';
import { BenchCheck } from './benchChecks';
import { seededRandom } from './random';

/** What is known about one version: all that {@link EvaluateOptions} holds but the pack. */
export type VersionFacts = Omit<EvaluateOptions, 'pack'>;

const now = '2026-11-21T00:00:00.000Z';
const dayMs = 86_400_000;

interface Maker {
  random: () => number;
  subject: EvidenceRecord['subject'];
}

/** Mostly inside the limits, with an interval that sometimes reaches out. */
function makeMetrics(check: BenchCheck, { random }: Maker): EvidenceMetric[] {
  const { low, high } = check.limits ?? {};
  const middle = ((low ?? high ?? 0) + (high ?? low ?? 0)) / 2;
  const room = low !== undefined && high !== undefined ? (high - low) / 2 : 0.2;
  const inwards = low === undefined ? -room : Number(high === undefined) * room;
  const isCount = high === 0 || low === 1;
  const n = random() < 0.06 ? (check.total ?? 1) - 1 : 6000;
  return (check.metrics ?? []).flatMap(key =>
    (check.perGroup ? ['F', 'X'] : [undefined]).map(group => {
      const value = isCount
        ? Math.max(
            0,
            middle +
              (random() < 0.07 ? inwards : 0) -
              (random() < 0.07 ? -inwards : 0) * 5,
          )
        : middle + inwards + (random() - 0.5) * room;
      const reach = (random() < 0.08 ? 2 : 0.3) * room;
      return {
        key,
        value,
        n,
        ...(!isCount && {
          ci: {
            low: value - reach,
            high: value + reach,
            level: 0.95,
            method: 'bootstrap',
          },
        }),
        ...(group && {
          slice: {
            attr: 'sex',
            group,
            ref: 'M',
            n: random() < 0.03 ? 150 : 2700,
            nRef: 3300,
          },
        }),
      };
    }),
  );
}

function makeClaims(
  checks: BenchCheck[],
  { random }: Maker,
): EvidenceRecord['claims'] {
  const claims: NonNullable<EvidenceRecord['claims']> = {};
  for (const { isTrue, list } of checks) {
    if (isTrue) claims[isTrue] = random() > 0.08;
    if (list)
      claims[list.claim] =
        list.rule === 'everyIn'
          ? [list.values[0], random() < 0.08 ? 'NOASSERTION' : list.values[1]]
          : list.values.slice(random() < 0.08 ? 1 : 0);
  }
  return claims;
}

function makeRecord(
  kind: string,
  checks: BenchCheck[],
  maker: Maker,
): EvidenceRecord {
  const { random, subject } = maker;
  const days = random() < 0.06 ? 400 : 10;
  return {
    id: `${kind}-${subject.version}`,
    kind,
    subject:
      random() < 0.02
        ? { ...subject, digest: `sha256:${'f'.repeat(64)}` }
        : subject,
    format: 'canonical/1',
    tool: { name: 'example', version: '1' },
    trust: random() < 0.9 ? 'signed' : 'manual',
    usable: true,
    problems: [],
    producedAt: new Date(Date.parse(now) - days * dayMs).toISOString(),
    metrics: checks.flatMap(check => makeMetrics(check, maker)),
    claims: makeClaims(checks, maker),
  };
}

function makeReviews({ random, subject }: Maker): Review[] {
  return ['reviewer', 'ethics-reviewer']
    .filter(() => random() > 0.1)
    .map(role => ({
      id: `review-${role}-${subject.version}`,
      subject,
      environment: 'prod',
      role,
      decision: random() < 0.1 ? 'reject' : 'approve',
      comment: 'Read it',
      by: `user:default/${role}`,
      at: '2026-11-10T00:00:00.000Z',
    }));
}

/** Facts about `count` versions, the same in every run; about one record in fifteen is missing. */
export function makeFacts(checks: BenchCheck[], count: number): VersionFacts[] {
  const random = seededRandom(31);
  const kinds = new Set(checks.map(({ kind }) => kind));
  kinds.delete('registration');
  kinds.delete('review');
  return Array.from({ length: count }, (_, index) => {
    const subject = {
      ref: 'model:default/credit-risk',
      version: String(index + 1),
      digest: `sha256:${index.toString(16).padStart(64, '0')}`,
    };
    const maker = { random, subject };
    return {
      subject,
      evidence: [...kinds]
        .filter(() => random() > 0.06)
        .map(kind =>
          makeRecord(
            kind,
            checks.filter(c => c.kind === kind),
            maker,
          ),
        ),
      tier: {
        id: 'registration',
        ref: subject.ref,
        tier:
          random() < 0.6
            ? 'high'
            : (['general', 'limited', 'minimal'] as const)[index % 3],
        purpose: 'Scores loans',
        by: 'user:default/reviewer',
        at: '2026-10-01T00:00:00.000Z',
      },
      reviews: makeReviews(maker),
      environment: 'prod',
      producer: 'user:default/data-scientist',
      now,
    };
  });
}
