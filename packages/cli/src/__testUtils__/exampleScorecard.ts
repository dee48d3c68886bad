import { generateKeyPairSync } from 'node:crypto';
import {
  DsseEnvelope,
  Scorecard,
  ScorecardCheck,
} from '@modelyard/plugin-model-scorecard-common';
import { Router } from 'express';
import { sealStatement } from '../verdict/dsse';

export const digest = `sha256:${'ab'.repeat(32)}`;
const ref = 'model:default/credit-risk';
export const { privateKey, publicKey } = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
});

function check(id: string, more: Partial<ScorecardCheck>): ScorecardCheck {
  return {
    id,
    area: 'fairness',
    title: `Title of ${id}`,
    rule: 'Within bounds.',
    severity: 'blocker',
    verdict: 'pass',
    reason: `Reason | of ${id}`,
    evidence: [],
    controls: ['eu-ai-act:15(1)'],
    remedy: `Remedy of ${id}`,
    ...more,
  };
}

/** A scorecard with a check that blocks unless it is open, one that doesn't, and one that passes. */
export function exampleScorecard(isOpen = false): Scorecard {
  return {
    subject: { ref, version: '7', digest },
    pack: { id: 'default', version: '2', digest },
    evaluatedAt: '2026-11-20T09:30:00.000Z',
    tier: 'high',
    gate: {
      environment: 'prod',
      state: isOpen ? 'open' : 'closed',
      blockers: isOpen ? [] : ['fair.spd'],
    },
    counts: { pass: 1, fail: 2 },
    checks: [
      check('perf.primary', {}),
      check('xai.global', { verdict: 'stale', severity: 'waivable' }),
      check('fair.spd', { verdict: isOpen ? 'pass' : 'fail' }),
    ],
    approvals: [],
  };
}

/** A signed verdict; what it says can be changed before it is signed. */
export function exampleVerdict(
  isOpen = false,
  more: Record<string, unknown> = {},
  key = privateKey,
): DsseEnvelope {
  return sealStatement(
    {
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ name: `${ref}@7`, digest: { sha256: digest.slice(7) } }],
      predicateType: 'https://slsa.dev/verification_summary/v1',
      predicate: {
        timeVerified: '2026-11-20T09:30:00.000Z',
        validUntil: '2999-01-01T00:00:00.000Z',
        verificationResult: isOpen ? 'PASSED' : 'FAILED',
        environment: 'prod',
        blockers: isOpen ? [] : ['fair.spd'],
        sequence: 3,
        ...more,
      },
    },
    key,
  );
}

/** Routes of a portal that answers with a scorecard and a verdict on it. */
export function scorecardRoutes(
  scorecard: Scorecard,
  verdict: DsseEnvelope,
): (router: Router) => void {
  const version = '/models/:namespace/:name/versions/:version';
  return router => {
    router.get(`${version}/scorecard`, (_req, res) => {
      res.json(scorecard);
    });
    router.get(`${version}/verdict`, (_req, res) => {
      res.json(verdict);
    });
    router.get('/.well-known/jwks.json', (_req, res) => {
      res.json({ keys: [publicKey.export({ format: 'jwk' })] });
    });
  };
}
