import { bundleFromJSON } from '@sigstore/bundle';
import { TrustedRoot } from '@sigstore/protobuf-specs';
import { toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify';
import { matchesSubject } from './matchesSubject';

/** A producer that signs with short-lived certificates, as cosign and GitHub do. */
export interface CertificateProducer {
  name: string;
  /** OIDC issuer that the certificate names. */
  issuer: string;
  /** Pattern of the certificate's subject alternative name. */
  identity: string;
  verifier: Verifier;
}

/** What a verified bundle holds. */
export interface OpenedBundle {
  producer: { name: string; issuer: string; sub: string };
  payloadType: string;
  payload: Buffer;
}

/**
 * Verifier for a Sigstore trusted root. Every kind of log that the root names is
 * required, and one time stamp in any case.
 *
 * @throws Error when the JSON is no trusted root
 */
export function bundleVerifier(trustedRoot: unknown): Verifier {
  const root = TrustedRoot.fromJSON(trustedRoot);
  if (!root.certificateAuthorities.length)
    throw new Error('names no certificate authority');
  return new Verifier(toTrustMaterial(root), {
    tlogThreshold: root.tlogs.length ? 1 : 0,
    ctlogThreshold: root.ctlogs.length ? 1 : 0,
    timestampThreshold: 1,
  });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Verifies a Sigstore bundle with a certificate: chain, logs and time against the
 * trusted root of a producer, then who the certificate is for.
 */
export function openBundle(
  document: unknown,
  producers: readonly CertificateProducer[],
):
  | { ok: true; opened: OpenedBundle }
  | { ok: false; path: string; message: string } {
  let stranger: string | undefined;
  let reason =
    'signed with a certificate; add its issuer, identity and trusted root under modelScorecard.evidence.producers';
  for (const verifier of new Set(producers.map(one => one.verifier))) {
    try {
      const bundle = bundleFromJSON(document);
      const signer = verifier.verify(toSignedEntity(bundle)).identity;
      const sub = signer?.subjectAlternativeName ?? '';
      const issuer = signer?.extensions?.issuer ?? '';
      const producer = producers.find(
        one =>
          one.verifier === verifier &&
          one.issuer === issuer &&
          matchesSubject(one.identity, sub),
      );
      if (producer && bundle.content.$case === 'dsseEnvelope') {
        const { payloadType, payload } = bundle.content.dsseEnvelope;
        const { name } = producer;
        return {
          ok: true,
          opened: { producer: { name, issuer, sub }, payloadType, payload },
        };
      }
      stranger = `signed by ${sub} of ${issuer}, which is no configured producer`;
    } catch (error) {
      reason = `the bundle does not hold: ${reasonOf(error)}`;
    }
  }
  return {
    ok: false,
    path: '/verificationMaterial',
    message: stranger ?? reason,
  };
}
