import { InvalidFieldsError } from '@modelyard/plugin-model-catalog-node';
import { CanonicalRecord } from '@modelyard/plugin-model-scorecard-common';
import {
  decodeJwt,
  errors,
  JWTPayload,
  jwtVerify,
  JWTVerifyGetKey,
} from 'jose';
import { matchesSubject } from './matchesSubject';

/** A pipeline whose OIDC tokens tell who produced a report. */
export interface TrustedIssuer {
  /** What the producer is called on screen. */
  name: string;
  issuer: string;
  audience: string;
  /** Pattern of the `sub` claims that are let in; `*` stops at a slash, `**` doesn't. */
  subject: string;
  keys: JWTVerifyGetKey;
}

/** Who produced a report, as a verified token says. */
export interface ProducerIdentity {
  producer: NonNullable<CanonicalRecord['producer']>;
}

const at = '/identityToken';
const clockToleranceSeconds = 30;

function refuse(message: string): InvalidFieldsError {
  return new InvalidFieldsError([{ path: at, message }]);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value ? value : undefined;
}

/** The run as GitHub's and GitLab's tokens name it. */
function runUrlOf(claims: JWTPayload): string | undefined {
  const repository = text(claims.repository);
  const run = text(claims.run_id);
  if (repository && run)
    return `${text(claims.server_url) ?? 'https://github.com'}/${repository}/actions/runs/${run}`;
  const project = text(claims.project_path);
  const job = text(claims.job_id);
  return project && job ? `${claims.iss}/${project}/-/jobs/${job}` : undefined;
}

function explain(error: unknown, { issuer, audience }: TrustedIssuer): string {
  if (error instanceof errors.JWTExpired)
    return 'the token has expired; ask the pipeline for a new one right before you send the report';
  if (error instanceof errors.JWTClaimValidationFailed)
    return error.claim === 'aud'
      ? `the token is for another audience; ask for one for ${audience}`
      : `its claim ${error.claim} is not accepted`;
  if (error instanceof errors.JOSEError)
    return `no key of ${issuer} has signed the token`;
  return `the keys of ${issuer} can't be read now; try again`;
}

/**
 * Verifies the OIDC tokens of pipelines. What a token says is believed only after
 * a key of its configured issuer has verified it, for our audience and in time.
 */
export class ProducerIdentities {
  private constructor(private readonly issuers: readonly TrustedIssuer[]) {}

  static create(issuers: readonly TrustedIssuer[]): ProducerIdentities {
    return new ProducerIdentities(issuers);
  }

  /** @throws InvalidFieldsError at `/identityToken` */
  async verify(token: string): Promise<ProducerIdentity> {
    const { issuer, subject } = this.peek(token);
    const trusted = this.issuers.filter(known => known.issuer === issuer);
    if (!trusted.length)
      throw refuse(
        `tokens of ${issuer ?? 'no issuer'} are not accepted; add it under modelScorecard.evidence.producers`,
      );
    const producer = trusted.find(known =>
      matchesSubject(known.subject, subject),
    );
    if (!producer)
      throw refuse(
        `${subject || 'no subject'} is no configured producer of ${issuer}`,
      );
    const claims = await this.claimsOf(token, producer);
    return {
      producer: {
        name: producer.name,
        issuer,
        sub: subject,
        runUrl: runUrlOf(claims),
        commit: text(claims.sha),
      },
    };
  }

  private peek(token: string): { issuer?: string; subject: string } {
    try {
      const { iss, sub } = decodeJwt(token);
      return { issuer: iss, subject: sub ?? '' };
    } catch {
      throw refuse('is no JSON Web Token');
    }
  }

  private async claimsOf(token: string, trusted: TrustedIssuer) {
    try {
      const { payload } = await jwtVerify(token, trusted.keys, {
        issuer: trusted.issuer,
        audience: trusted.audience,
        algorithms: ['RS256', 'ES256'],
        requiredClaims: ['sub', 'exp', 'iat'],
        clockTolerance: clockToleranceSeconds,
      });
      return payload;
    } catch (error) {
      throw refuse(explain(error, trusted));
    }
  }
}
