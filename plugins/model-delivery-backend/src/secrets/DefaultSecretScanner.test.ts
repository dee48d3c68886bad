import {
  harmlessTexts,
  pem,
  randomText,
  secretTexts,
} from './__fixtures__/madeUpSecrets';
import { DefaultSecretScanner } from './DefaultSecretScanner';

const scanner = DefaultSecretScanner.create();
const scan = (content: string, path = 'base/app.yaml', timeoutMs = 20_000) =>
  scanner.scan([{ path, content }], { timeoutMs });

describe('DefaultSecretScanner', () => {
  it.each(Object.entries(secretTexts))('finds %s', async (_title, text) => {
    const [found] = await scan(`# first\n${text}\n`);
    expect(found).toEqual({
      path: 'base/app.yaml',
      line: 2,
      rule: expect.stringMatching(/^[\w/-]+$/),
    });
  });

  it.each(Object.entries(harmlessTexts))('lets %s pass', async (_, text) => {
    expect(await scan(`${text}\n`)).toEqual([]);
  });

  it('finds values in a Secret, in any document', async () => {
    const text = `
kind: ConfigMap
data:
  greeting: hello
---
apiVersion: v1
kind: Secret
metadata:
  name: x
stringData:
  user: admin
`;
    expect(await scan(text)).toEqual([
      { path: 'base/app.yaml', line: 11, rule: 'kubernetes-secret' },
    ]);
  });

  it('finds a secret as often as it is shown, and in what was clean', async () => {
    const [secret] = Object.values(secretTexts);
    expect(await scan('replicas: 2\n')).toEqual([]);
    expect(await scan('replicas: 2\n')).toEqual([]);
    for (const path of ['a.yaml', 'a.yaml', 'b.yaml'])
      expect(await scan(`${secret}\n`, path)).toEqual([
        expect.objectContaining({ path, line: 1 }),
      ]);
    expect(await scan(`replicas: 2\n${secret}\n`)).toHaveLength(1);
  });

  it('is not switched off by a comment', async () => {
    const text = `# secretlint-disable\n# gitleaks:allow\nx: ghp_${randomText(36)} # gitleaks:allow\n`;
    expect(await scan(text)).toMatchObject([{ line: 3 }]);
  });

  it('finds each line once, and never tells the secret', async () => {
    const token = `ghp_${randomText(36)}`;
    const found = await scan(`a: ${token}\nb: 1\nc: ${token}\ntoken: ${token}`);
    expect(found.map(({ line }) => line)).toEqual([1, 3, 4]);
    expect(JSON.stringify(found)).not.toContain(token);
  });

  it('lets pass what the platform allows', async () => {
    const lenient = DefaultSecretScanner.create({ allowed: [/^ghp_/] });
    const texts = [{ path: 'a', content: `x: ghp_${randomText(36)}\n` }];
    expect(await lenient.scan(texts, { timeoutMs: 20_000 })).toEqual([]);
  });

  it.each([
    'a'.repeat(1 << 20),
    ' '.repeat(1 << 20),
    'eyJ'.repeat(1 << 18),
    'password='.repeat(1 << 16),
    'password:\n'.repeat(1 << 16),
    '://a:'.repeat(1 << 17),
    'a://a:'.repeat(1 << 17),
    'name: a_token\n'.repeat(1 << 15),
    `kind: Secret\ndata:\n${' a: $\n'.repeat(1 << 16)}`,
    pem('').repeat(1 << 12),
    randomText(1 << 20),
  ])('takes its time with no text (%#)', async text => {
    const start = performance.now();
    await scan(text);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('gives up in time, and goes on with the next', async () => {
    await expect(scan('x'.repeat(1 << 22), 'a', 1)).rejects.toMatchObject({
      name: 'SecretScanTimeoutError',
    });
    expect(await scan(`x: ghp_${randomText(36)}`)).toHaveLength(1);
  });
});
