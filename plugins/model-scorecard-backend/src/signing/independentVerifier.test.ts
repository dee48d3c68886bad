import { execFileSync } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { join } from 'node:path';
import { DsseEnvelope } from '@modelyard/plugin-model-scorecard-common';
import { fixture } from '../__testUtils__/sealing';
import { startScorecard } from '../__testUtils__/startScorecard';

const python = 'in-toto-python';
const howToGet =
  'a virtual environment with `pip install "securesystemslib[crypto]==1.6.0" in-toto-attestation==0.9.3`, its python on the PATH as in-toto-python';
const digest = `sha256:${'7'.repeat(64)}`;

function isInstalled(): boolean {
  try {
    execFileSync(python, ['-c', 'import securesystemslib'], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    if (process.env.CI) throw new Error(`${python} is missing: ${howToGet}`);
    return false;
  }
}

/** What the stranger says. */
function verify(envelope: DsseEnvelope, publicKeys: Record<string, string>) {
  const script = join(__dirname, '../__testUtils__/verify_dsse.py');
  const input = JSON.stringify({ envelope, publicKeys });
  return JSON.parse(execFileSync(python, [script], { input }).toString());
}

const there = isInstalled();
const describeTool = there ? describe : describe.skip;

describeTool(
  `a verdict, verified by securesystemslib 1.6.0${there ? '' : ` (missing: ${howToGet})`}`,
  () => {
    let portal: Awaited<ReturnType<typeof startScorecard>>;
    let envelope: DsseEnvelope;
    let keys: Record<string, string>;

    beforeAll(async () => {
      portal = await startScorecard({
        versions: [{ model: 'credit-risk', version: '7', digest }],
      });
      const path = '/models/default/credit-risk/versions/7/verdict';
      envelope = (await portal.get(path)).body;
      const { body } = await portal.get('/.well-known/jwks.json');
      keys = Object.fromEntries(
        body.keys.map((jwk: { kid: string }) => [
          jwk.kid,
          createPublicKey({ key: { ...jwk }, format: 'jwk' }).export({
            type: 'spki',
            format: 'pem',
          }),
        ]),
      );
    });

    afterAll(async () => {
      await portal?.stop();
    });

    it('is a SLSA verification summary about exactly this digest', () => {
      expect(verify(envelope, keys)).toMatchObject({
        verified: true,
        keys: Object.keys(keys),
        payloadType: 'application/vnd.in-toto+json',
        subject: [
          {
            name: 'model:default/credit-risk@7',
            digest: { sha256: '7'.repeat(64) },
          },
        ],
        predicateType: 'https://slsa.dev/verification_summary/v1',
        summary: {
          verificationResult: 'FAILED',
          policy: {
            digest: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
          },
          timeVerified: expect.any(String),
        },
      });
    });

    it('does not verify when anything was changed, or with another key', () => {
      const text = Buffer.from(envelope.payload, 'base64').toString();
      const forged = text.replace('"FAILED"', '"PASSED"');
      expect(forged).not.toBe(text);
      const payload = Buffer.from(forged).toString('base64');
      expect(verify({ ...envelope, payload }, keys).verified).toBe(false);
      const stranger = fixture('model-signing-1.1.1/stranger.pub');
      const [id] = Object.keys(keys);
      expect(verify(envelope, { [id]: stranger }).verified).toBe(false);
    });

    it('agrees with us about what securesystemslib signed itself', () => {
      const folder = 'dsse-securesystemslib-1.6.0';
      const recorded = JSON.parse(fixture(`${folder}/vsa.json`));
      const id = recorded.signatures[0].keyid;
      expect(
        verify(recorded, { [id]: fixture(`${folder}/producer.pub`) }),
      ).toMatchObject({
        verified: true,
        summary: { verificationResult: 'PASSED' },
      });
    });
  },
);
