import {
  fixture,
  own,
  producerOf,
  seal,
  statement,
} from '../__testUtils__/sealing';
import { openEnvelope } from './openEnvelope';

const securesystemslib = producerOf('dsse-securesystemslib-1.6.0/producer.pub');
const cosign = producerOf('cosign-3.1.3/cosign.pub');

describe('openEnvelope', () => {
  it.each(['evidence.json', 'two-signatures.json', 'slsa-provenance.json'])(
    'opens %s of securesystemslib, trying every key',
    file => {
      const envelope = JSON.parse(
        fixture(`dsse-securesystemslib-1.6.0/${file}`),
      );
      expect(openEnvelope(envelope, [cosign, securesystemslib])).toMatchObject({
        ok: true,
        opened: {
          producer: { name: securesystemslib.name },
          statement: {
            subject: [
              {
                digest: {
                  sha256:
                    '1cd901f9c8a10f98e5c1653fcfc551806c10fb88728bf97272965744810dd25d',
                },
              },
            ],
          },
        },
      });
      expect(openEnvelope(envelope, [cosign])).toMatchObject({
        ok: false,
        problems: [{ path: '/signatures' }],
      });
    },
  );

  it('opens the bundle of cosign: statement v0.1, no key id', () => {
    const bundle = JSON.parse(
      fixture('cosign-3.1.3/attestation.sigstore.json'),
    );
    expect(openEnvelope(bundle, [cosign])).toMatchObject({
      ok: true,
      opened: { statement: { predicate: { kind: 'robustness' } } },
    });
    expect(openEnvelope(bundle, [securesystemslib]).ok).toBe(false);
  });

  it('opens the bundle of model-signing with its own key only', () => {
    const bundle = JSON.parse(fixture('model-signing-1.1.1/model.sig.json'));
    const signer = producerOf('model-signing-1.1.1/producer.pub');
    const stranger = producerOf('model-signing-1.1.1/stranger.pub');
    expect(openEnvelope(bundle, [stranger, signer])).toMatchObject({
      ok: true,
      opened: { producer: { name: signer.name } },
    });
    expect(openEnvelope(bundle, [stranger]).ok).toBe(false);
  });

  it.each([
    [
      'two subjects',
      { ...statement, subject: [...statement.subject, ...statement.subject] },
      '/payload/subject',
    ],
    [
      'a subject without digest',
      { ...statement, subject: [{ name: 'a@1', digest: {} }] },
      '/payload/subject/0/digest',
    ],
    [
      'another statement version',
      { ...statement, _type: 'https://in-toto.io/Statement/v2' },
      '/payload/_type',
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
