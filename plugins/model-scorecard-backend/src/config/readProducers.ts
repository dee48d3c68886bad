import { createPublicKey, KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Config } from '@backstage/config';
import { KeyProducer } from '../intake/dsse';
import { issuerKeys } from '../intake/issuerKeys';
import { EvidenceProducer } from '../intake/openEnvelope';
import { TrustedIssuer } from '../intake/ProducerIdentities';
import { bundleVerifier, CertificateProducer } from '../intake/sigstoreBundle';
import { list, refuse } from './configKeys';

type Verifier = CertificateProducer['verifier'];

const key = 'evidence.producers';

function readKey(at: string, item: Config): KeyObject {
  const file = item.getOptionalString('publicKeyFile');
  const inline = item.getOptionalString('publicKey');
  if ((file === undefined) === (inline === undefined))
    refuse(at, 'give either publicKeyFile or publicKey');
  let pem = inline ?? '';
  try {
    if (file !== undefined) pem = readFileSync(resolve(file), 'utf8');
    const publicKey = createPublicKey(pem);
    if (publicKey.asymmetricKeyType === 'ec') return publicKey;
  } catch (error) {
    refuse(`${at}.${file ? 'publicKeyFile' : 'publicKey'}`, String(error));
  }
  return refuse(at, 'must be an ECDSA P-256 public key in PEM');
}

function readIssuer(
  at: string,
  item: Config,
): { issuer: string; name: string } {
  if (item.has('publicKey') || item.has('publicKeyFile'))
    refuse(at, 'give either an issuer or a public key');
  const issuer = item.getString('issuer');
  if (!URL.canParse(issuer) || !/^https?:/.test(issuer))
    refuse(`${at}.issuer`, `"${issuer}" is no http address`);
  return {
    issuer,
    name: item.getOptionalString('name') ?? new URL(issuer).host,
  };
}

function readKeyProducer(at: string, item: Config): KeyProducer {
  return { name: item.getString('name'), publicKey: readKey(at, item) };
}

function readCertificateProducer(
  at: string,
  item: Config,
  verifierOf: (file: string) => Verifier,
): CertificateProducer {
  if (item.has('subject'))
    refuse(
      at,
      'give either subject, for tokens, or identity, for certificates',
    );
  const producer = {
    ...readIssuer(at, item),
    identity: item.getString('identity'),
  };
  const file = item.getString('trustedRootFile');
  try {
    return { ...producer, verifier: verifierOf(resolve(file)) };
  } catch (error) {
    return refuse(`${at}.trustedRootFile`, String(error));
  }
}

/** The producers whose signatures are trusted: by key, or by certificate. */
export function readProducers(config: Config): EvidenceProducer[] {
  const verifiers = new Map<string, Verifier>();
  const verifierOf = (file: string) => {
    const verifier =
      verifiers.get(file) ??
      bundleVerifier(JSON.parse(readFileSync(file, 'utf8')));
    verifiers.set(file, verifier);
    return verifier;
  };
  return list(config, key).flatMap(({ at, item }): EvidenceProducer[] => {
    if (item.has('identity'))
      return [readCertificateProducer(at, item, verifierOf)];
    return item.has('issuer') ? [] : [readKeyProducer(at, item)];
  });
}

/** The pipelines whose OIDC tokens are trusted. */
export function readIssuers(config: Config): TrustedIssuer[] {
  return list(config, key)
    .filter(({ item }) => item.has('issuer') && !item.has('identity'))
    .map(({ at, item }) => {
      const { issuer, name } = readIssuer(at, item);
      return {
        issuer,
        name,
        audience: item.getOptionalString('audience') ?? 'modelyard',
        subject: item.getString('subject'),
        keys: issuerKeys(issuer),
      };
    });
}
