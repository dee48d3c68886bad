import { fixture, own } from '../__testUtils__/sealing';
import { openEnvelope } from './openEnvelope';
import { bundleVerifier, CertificateProducer } from './sigstoreBundle';

const issuer = 'https://token.actions.githubusercontent.com';
const beacon =
  'https://github.com/sigstore-conformance/extremely-dangerous-public-oidc-beacon/.github/workflows/extremely-dangerous-oidc-beacon.yml@refs/heads/main';

function read(name: string) {
  return JSON.parse(fixture(`sigstore-conformance/${name}`));
}

function producer(
  root: string,
  more: Partial<CertificateProducer> = {},
): CertificateProducer {
  const verifier = bundleVerifier(read(`${root}.trusted-root.json`));
  return { name: 'ci', issuer, identity: beacon, verifier, ...more };
}

/** Made by GitHub Actions with Sigstore's public instance; the second with its log of 2025. */
const real: [string, string][] = [
  ['rekor1.sigstore.json', 'public-good'],
  ['rekor2.sigstore.json', 'rekor2'],
];

describe('a Sigstore bundle with a certificate', () => {
  it.each(real)('is believed: %s', (file, root) => {
    expect(openEnvelope(read(file), [own, producer(root)])).toMatchObject({
      ok: true,
      opened: {
        producer: { name: 'ci', issuer, sub: beacon },
        statement: {
          subject: [
            {
              digest: {
                sha256:
                  'a0cfc71271d6e278e57cd332ff957c3f7043fdda354c4cbb190a30d56efa01bf',
              },
            },
          ],
          predicateType: 'https://slsa.dev/provenance/v1',
        },
      },
    });
  });

  it('is attributed by a pattern of the identity', () => {
    const identity =
      'https://github.com/sigstore-conformance/*/.github/workflows/*@refs/heads/main';
    const opened = openEnvelope(read('rekor1.sigstore.json'), [
      producer('public-good', { identity: 'https://github.com/acme/**' }),
      producer('public-good', { identity, name: 'beacon' }),
    ]);
    expect(opened).toMatchObject({ opened: { producer: { name: 'beacon' } } });
  });

  const changed = read('rekor2.sigstore.json');
  const payload = Buffer.from(changed.dsseEnvelope.payload, 'base64')
    .toString()
    .replace('a.txt', 'b.txt');
  changed.dsseEnvelope.payload = Buffer.from(payload).toString('base64');
  const unlogged = read('rekor2.sigstore.json');
  unlogged.verificationMaterial.tlogEntries = [];
  const undated = read('rekor2.sigstore.json');
  delete undated.verificationMaterial.timestampVerificationData;

  it.each([
    [
      'of another identity',
      read('rekor2.sigstore.json'),
      producer('rekor2', { identity: 'https://github.com/acme/**' }),
      `signed by ${beacon} of ${issuer}`,
    ],
    [
      'of another issuer',
      read('rekor2.sigstore.json'),
      producer('rekor2', { issuer: 'https://gitlab.example.com' }),
      'no configured producer',
    ],
    [
      'of another trusted root',
      read('rekor2.sigstore.json'),
      producer('expired-certificate'),
      'does not hold',
    ],
    ['whose payload was changed', changed, producer('rekor2'), 'does not hold'],
    ['that is in no log', unlogged, producer('rekor2'), 'does not hold'],
    ['without a time stamp', undated, producer('rekor2'), 'does not hold'],
    [
      'whose log entry is of another envelope',
      read('envelope-not-in-log.sigstore.json'),
      producer('rekor2'),
      'does not hold',
    ],
    [
      'with a certificate of before the root',
      read('expired-certificate.sigstore.json'),
      producer('expired-certificate'),
      'certificate',
    ],
  ])('is refused %s', (_case, bundle, trusted, message) => {
    expect(openEnvelope(bundle, [own, trusted])).toEqual({
      ok: false,
      problems: [
        {
          path: '/verificationMaterial',
          message: expect.stringContaining(message),
        },
      ],
    });
  });

  it('tells whose it is, even if another root does not hold it', () => {
    const identity = 'https://github.com/acme/**';
    expect(
      openEnvelope(read('rekor2.sigstore.json'), [
        producer('rekor2', { identity }),
        producer('expired-certificate', { identity }),
      ]),
    ).toMatchObject({
      ok: false,
      problems: [{ message: expect.stringContaining(`signed by ${beacon}`) }],
    });
  });

  it('is refused with the remedy where no certificate is trusted', () => {
    expect(openEnvelope(read('rekor1.sigstore.json'), [own])).toMatchObject({
      ok: false,
      problems: [{ message: expect.stringContaining('trusted root') }],
    });
  });

  it('is refused by a root that names no authority', () => {
    expect(() => bundleVerifier({})).toThrow('no certificate authority');
  });
});
