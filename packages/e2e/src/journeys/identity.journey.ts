import assert from 'node:assert/strict';
import { test } from 'node:test';
import { portal } from '../portal/browser.ts';
import { signIdentity } from '../portal/identityKey.ts';

function tokenFor(expiresIn: number): string {
  return signIdentity({
    privateKeyFile: process.env.PORTAL_IDENTITY_KEY ?? '',
    issuer: `${portal.backendUrl}/api/auth`,
    user: 'user:default/data-scientist',
    expiresIn,
  });
}

const routes = {
  'the catalog': '/api/model-catalog/models',
  'the scorecard': '/api/model-scorecard/packs',
  'the cost': '/api/model-cost/models/default/credit-risk/cost',
  'the delivery': '/api/model-delivery/services',
};

for (const [name, path] of Object.entries(routes))
  test(`${name} answers an identity until it expires`, async () => {
    const statusWith = async (token: string) => {
      const response = await fetch(`${portal.backendUrl}${path}`, {
        headers: { Authorization: `Bearer ${token}` },
      });
      return response.status;
    };
    assert.equal(await statusWith(tokenFor(3600)), 200);
    assert.equal(await statusWith(tokenFor(-60)), 401);
  });

test('embedded Git asks again when the token has expired', async () => {
  const answerTo = (token: string) =>
    fetch(
      `${portal.backendUrl}/api/model-delivery/git/none.git/info/refs?service=git-upload-pack`,
      {
        headers: {
          Authorization: `Basic ${Buffer.from(`x:${token}`).toString('base64')}`,
        },
      },
    );
  assert.equal((await answerTo(tokenFor(3600))).status, 404);
  const refused = await answerTo(tokenFor(-60));
  assert.equal(refused.status, 401);
  assert.match(refused.headers.get('www-authenticate') ?? '', /^Basic /);
  assert.match(await refused.text(), /expired/);
});
