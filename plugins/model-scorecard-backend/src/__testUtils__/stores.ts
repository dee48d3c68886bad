import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import {
  loadPack,
  Registration,
  Review,
  Scorecard,
  StoredEvidence,
} from '@modelyard/plugin-model-scorecard-common';
import { Knex } from 'knex';
import { AuditChain } from '../database/AuditChain';
import { AuditLog } from '../database/AuditLog';
import { AuditVerifier } from '../database/AuditVerifier';
import { DatabaseEvaluationStore } from '../database/DatabaseEvaluationStore';
import { DatabaseFactStore } from '../database/DatabaseFactStore';
import { DatabaseSubjectStore } from '../database/DatabaseSubjectStore';
import { KnownVersion } from '../database/SubjectStore';
import { Evaluator, EvaluatorOptions } from '../service/Evaluator';

export const migrations = resolvePackagePath(
  '@modelyard/plugin-model-scorecard-backend',
  'migrations',
);
const at = '2026-11-01T00:00:00.000Z';
export const origin = { actor: 'pipeline', at };
export const subject = {
  ref: 'model:default/credit-risk',
  version: '7',
  digest: 'sha256:7',
};

export function record(id: string, receivedAt = at): StoredEvidence {
  return {
    id,
    subject,
    receivedAt,
    kind: 'fairness',
    format: 'canonical/1',
    tool: { name: 'fairlearn', version: '0.15.0' },
    trust: 'manual',
    digest: `sha256:${id}`,
    usable: true,
    problems: [],
    producedAt: at,
    metrics: [{ key: 'spd', value: 0.01 }],
    raw: { digest: `sha256:raw-${id}` },
  };
}

export function review(id: string, change: Partial<Review> = {}): Review {
  return {
    id,
    subject,
    at,
    role: 'reviewer',
    decision: 'approve' as const,
    environment: 'prod',
    comment: 'Read it',
    by: 'user:default/reviewer',
    ...change,
  };
}

/** As if the facts had been read at the end of the chain. */
export const basis = { sequence: 1000 };

export const registration: Registration = {
  id: 'registration-1',
  ref: subject.ref,
  tier: 'high',
  purpose: 'Loans',
  by: 'user:default/reviewer',
  at,
};

export function scorecard(over: Partial<Scorecard> = {}): Scorecard {
  return {
    subject,
    pack: { id: 'default', version: '1', digest: 'sha256:p' },
    evaluatedAt: at,
    tier: 'high',
    gate: { environment: 'prod', state: 'closed', blockers: ['fair.spd'] },
    counts: { pass: 7, fail: 1 },
    checks: [],
    approvals: [],
    ...over,
  };
}

export function version(name: string, change: Partial<KnownVersion> = {}) {
  return {
    ref: subject.ref,
    version: name,
    digest: 'sha256:7',
    title: 'Credit risk',
    owner: 'group:default/risk-ml',
    createdAt: `2026-10-0${name}T00:00:00.000Z`,
    aliases: [],
    removed: false,
    ...change,
  };
}

export function storesOn(knex: Knex) {
  const chain = AuditChain.create(knex);
  return {
    facts: DatabaseFactStore.create(knex, chain),
    evaluations: DatabaseEvaluationStore.create(knex, chain, ['prod']),
    subjects: DatabaseSubjectStore.create(knex),
    log: AuditLog.create(knex),
    verifier: AuditVerifier.create(knex),
  };
}

/** One check, on the evidence of {@link record}. */
const fairnessPack = loadPack(
  JSON.stringify({
    apiVersion: 'modelyard.io/v1alpha1',
    kind: 'CheckPack',
    id: 'fairness',
    version: '1',
    title: 'Fairness',
    checks: [
      {
        id: 'fair.spd',
        area: 'fairness',
        title: 'Statistical parity',
        rule: 'At most 0.1.',
        evidence: 'fairness',
        severity: 'blocker',
        metrics: ['spd'],
        expr: 'm.spd.all(x, x.value <= 0.1)',
        controls: [],
        remedy: 'Mitigate.',
      },
    ],
  }),
);

/** An evaluator, of one check unless told otherwise, and its stores. */
export function evaluatorOn(
  knex: Knex,
  options: Partial<Pick<EvaluatorOptions, 'pack' | 'now'>> = {},
) {
  const stores = storesOn(knex);
  const evaluator = Evaluator.create({
    ...stores,
    pack: () => fairnessPack,
    environments: ['prod'],
    now: () => '2026-11-27T00:00:00.000Z',
    ...options,
  });
  return { ...stores, evaluator };
}

export async function fill(stores: ReturnType<typeof storesOn>) {
  await stores.facts.addEvidence([record('e1'), record('e2')], origin);
  await stores.facts.addReview(review('r1'), origin);
  await stores.facts.addRegistration(registration, origin);
  await stores.evaluations.record(scorecard(), basis);
}

/** An empty database with our tables. */
export async function openTestDatabase(
  databases: TestDatabases,
  id: TestDatabaseId,
): Promise<Knex> {
  const knex = await databases.init(id);
  await knex.migrate.latest({ directory: migrations });
  return knex;
}
