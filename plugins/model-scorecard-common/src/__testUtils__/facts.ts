import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Registration, Review } from '../api/ScorecardApi';
import { EvaluateOptions } from '../evaluation/EvaluateOptions';
import { EvidenceRecord } from '../evidence/EvidenceRecord';
import { loadPack } from '../packs/loadPack';

export const defaultPackText = readFileSync(
  resolve(__dirname, 'eight-checks.yaml'),
  'utf8',
);

const defaultPack = loadPack(defaultPackText);

export const now = '2026-11-21T00:00:00.000Z';

export const subject = {
  ref: 'model:default/credit-risk',
  version: '7',
  digest: `sha256:${'7'.repeat(64)}`,
};

const record = {
  subject,
  format: 'canonical/1',
  tool: { name: 'fairlearn', version: '0.15.0' },
  trust: 'manual' as const,
  usable: true,
  problems: [],
  producedAt: '2026-11-01T00:00:00.000Z',
  metrics: [],
};

export const evidence: Record<string, EvidenceRecord> = {
  signature: {
    ...record,
    id: 'signature-1',
    kind: 'signature',
    trust: 'signed',
    producer: { name: 'examples' },
    metrics: [{ key: 'artifacts', value: 1 }],
  },
  performance: {
    ...record,
    id: 'performance-1',
    kind: 'performance',
    metrics: [
      { key: 'roc_auc', value: 0.86, n: 6000, ci: { low: 0.84, high: 0.88 } },
    ],
    claims: { primary: 'roc_auc', target: 0.8, higherIsBetter: true },
  },
  fairness: {
    ...record,
    id: 'fairness-1',
    kind: 'fairness',
    metrics: [
      {
        key: 'spd',
        value: -0.03,
        n: 6000,
        ci: { low: -0.05, high: -0.01, level: 0.95, method: 'bootstrap' },
        slice: { attr: 'sex', group: 'F', ref: 'M', n: 2700, nRef: 3300 },
      },
    ],
  },
  vulnerabilities: {
    ...record,
    id: 'vulnerabilities-1',
    kind: 'vulnerabilities',
    metrics: [
      { key: 'critical', value: 0, n: 41 },
      { key: 'fixable_high', value: 0, n: 41 },
    ],
    claims: { databaseAt: '2026-10-31T00:00:00Z' },
  },
  license: {
    ...record,
    id: 'license-1',
    kind: 'license',
    claims: { license: ['Apache-2.0'] },
  },
  card: {
    ...record,
    id: 'card-1',
    kind: 'card',
    claims: {
      present: true,
      headings: ['intended use', 'limits', 'data', 'metrics', 'owner'],
    },
  },
};

export const registration: Registration = {
  id: 'registration-1',
  ref: subject.ref,
  tier: 'high',
  purpose: 'Scores loans',
  by: 'user:default/reviewer',
  at: '2026-10-01T00:00:00.000Z',
};

export function review(over: Partial<Review>): Review {
  const role = over.role ?? 'reviewer';
  return {
    id: `review-${role}`,
    subject,
    environment: 'prod',
    role,
    decision: 'approve',
    comment: 'Read it',
    by: `user:default/${role}`,
    at: '2026-11-02T00:00:00.000Z',
    ...over,
  };
}

/** Facts with which every check of the default pack passes for tier high. */
export function goodFacts(
  over: Partial<EvaluateOptions> = {},
): EvaluateOptions {
  return {
    pack: defaultPack,
    subject,
    evidence: Object.values(evidence),
    tier: registration,
    reviews: [review({}), review({ role: 'ethics-reviewer' })],
    environment: 'prod',
    producer: 'user:default/data-scientist',
    now,
    ...over,
  };
}

/** The good facts with the record of one kind changed. */
export function withRecord(
  kind: string,
  change: Partial<EvidenceRecord>,
): EvidenceRecord[] {
  return Object.values({
    ...evidence,
    [kind]: { ...evidence[kind], ...change },
  });
}
