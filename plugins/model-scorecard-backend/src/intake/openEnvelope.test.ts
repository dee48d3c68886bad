import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EvidenceProducer, preAuthEncoding } from './dsse';
import {
  evidencePredicateType,
  inTotoType,
  openEnvelope,
} from './openEnvelope';

function fixture(path: string): string {
  return readFileSync(join(__dirname, '__fixtures__', path), 'utf8');
}

function producerOf(file: string): EvidenceProducer {
  return { name: file, publicKey: createPublicKey(fixture(file)) };
}

const securesystemslib = producerOf('dsse-securesystemslib-1.6.0/producer.pub');
const cosign = producerOf('cosign-3.1.3/cosign.pub');

const { privateKey, publicKey } = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
});
const own: EvidenceProducer = { name: 'own', publicKey };

function seal(statement: unknown, payloadType = inTotoType) {
  const payload = Buffer.from(
    typeof statement === 'string' ? statement : JSON.stringify(statement),
  );
  const sig = sign('sha256', preAuthEncoding(payloadType, payload), privateKey);
  return {
    payloadType,
    payload: payload.toString('base64'),
    signatures: [{ sig: sig.toString('base64') }],
  };
}

const subject = {
  ref: 'model:default/credit-risk',
  version: '7',
  digest: 'sha256:ab',
};
const statement = {
  _type: 'https://in-toto.io/Statement/v1',
  subject: [{ name: 'model:default/credit-risk@7', digest: { sha256: 'ab' } }],
  predicateType: evidencePredicateType,
  predicate: { kind: 'signature' },
};

describe('openEnvelope', () => {
  it.each(['evidence.json', 'two-signatures.json'])(
    'opens %s of securesystemslib, trying every key',
    file => {
      const envelope = JSON.parse(
        fixture(`dsse-securesystemslib-1.6.0/${file}`),
      );
      expect(openEnvelope(envelope, [cosign, securesystemslib])).toMatchObject({
        ok: true,
        opened: {
          producer: { name: securesystemslib.name },
          subject: { version: '4' },
        },
      });
      expect(openEnvelope(envelope, [cosign])).toMatchObject({
        ok: false,
        problems: [{ path: '/signatures' }],
      });
    },
  );

  it('verifies what cosign signed: statement v0.1, no key id', () => {
    const bundle = JSON.parse(
      fixture('cosign-3.1.3/attestation.sigstore.json'),
    );
    const result = openEnvelope(bundle.dsseEnvelope, [cosign]);
    const problems = result.ok ? [] : result.problems;
    expect(problems.map(({ path }) => path)).not.toContain('/signatures');
  });

  it('reads the version from the name or from the predicate', () => {
    expect(openEnvelope(seal(statement), [own])).toMatchObject({
      ok: true,
      opened: { subject },
    });
    const named = {
      ...statement,
      subject: [{ name: 'model.pkl', digest: { sha256: 'ab' } }],
    };
    const predicate = { ...statement.predicate, subject };
    expect(openEnvelope(seal({ ...named, predicate }), [own]).ok).toBe(true);
    expect(openEnvelope(seal(named), [own]).ok).toBe(false);
  });

  it.each([
    [
      'two subjects',
      { ...statement, subject: [...statement.subject, ...statement.subject] },
      '/payload/subject',
    ],
    [
      'another predicate',
      { ...statement, predicateType: 'https://slsa.dev/provenance/v1' },
      '/payload/predicateType',
    ],
    [
      'digests that differ',
      {
        ...statement,
        predicate: { subject: { ...subject, digest: 'sha256:cd' } },
      },
      '/payload/subject/0',
    ],
    [
      'NaN in the payload',
      '{"predicate":{"metrics":[NaN]}}',
      '/payload/predicate/metrics/0',
    ],
  ])('refuses %s', (_, content, path) => {
    expect(openEnvelope(seal(content), [own])).toMatchObject({
      ok: false,
      problems: [expect.objectContaining({ path })],
    });
  });

  it('refuses another payload type, and a payload that was changed', () => {
    const typed = seal(statement, 'application/json');
    expect(openEnvelope(typed, [own])).toMatchObject({
      problems: [{ path: '/payloadType' }],
    });
    const payload = Buffer.from(
      JSON.stringify(statement).replace('@7', '@8'),
    ).toString('base64');
    expect(openEnvelope({ ...seal(statement), payload }, [own])).toMatchObject({
      problems: [{ path: '/signatures' }],
    });
    expect(openEnvelope({ payload: 1 }, [own]).ok).toBe(false);
  });
});
