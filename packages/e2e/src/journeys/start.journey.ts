import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { portal } from '../portal/browser.ts';

const root = resolve(import.meta.dirname, '../../../..');

test('a second start on the same ports names the port and stops', () => {
  const { PORTAL_CONFIG = '' } = process.env;
  const result = spawnSync(
    'node',
    ['scripts/start.mjs', '--config', PORTAL_CONFIG],
    { cwd: root, encoding: 'utf8', timeout: 120_000 },
  );
  assert.equal(result.status, 1, result.stdout + result.stderr);
  const { port } = new URL(portal.backendUrl);
  assert.match(result.stderr, new RegExp(`Port ${port} is in use`));
});

test('personas sign in as users with their groups', async () => {
  const response = await fetch(
    `${portal.backendUrl}/api/auth/personas/refresh?user=data-scientist`,
    { headers: { 'X-Requested-With': 'XMLHttpRequest' } },
  );
  const { backstageIdentity } = await response.json();
  assert.deepEqual(backstageIdentity.identity.ownershipEntityRefs, [
    'user:default/data-scientist',
    'group:default/risk-ml',
  ]);
});

test('an error names what is wrong, and shows no stack', async () => {
  const response = await fetch(
    `${portal.backendUrl}/api/model-catalog/models/default/none`,
    { headers: { Authorization: `Bearer ${portal.token}` } },
  );
  assert.equal(response.status, 404);
  const { error } = await response.json();
  assert.match(error.message, /none/);
  assert.equal('stack' in error, false);
});
