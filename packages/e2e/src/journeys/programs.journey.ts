import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { portal } from '../portal/browser.ts';
import { tokenOf } from '../portal/tokenOf.ts';

const bin = resolve(import.meta.dirname, '../../../cli/bin/modelyard');

function modelyard(...argv: string[]) {
  return spawnSync(process.execPath, [bin, ...argv], {
    encoding: 'utf8',
    timeout: 60_000,
    env: {
      ...process.env,
      MODELYARD_URL: portal.backendUrl,
      MODELYARD_TOKEN: portal.token,
    },
  });
}

test('a pipeline lists the models, and is told why a version is not there', () => {
  const { status, stdout, stderr } = modelyard('models', '--json');
  assert.equal(status, 0, stderr);
  const { items } = JSON.parse(stdout);
  const refs = items.map((item: { ref: string }) => item.ref);
  assert.ok(refs.includes('model:default/credit-risk'), stdout);
  const missing = modelyard('ml-bom', 'credit-risk', '99');
  assert.equal(missing.status, 1);
  assert.match(missing.stderr, /No version "99".*\(404 NotFoundError\)/);
});

test('an agent finds a model and compares its versions as its user', async () => {
  const token = await tokenOf('data-scientist');
  const ask = async (method: string, params: object = {}) => {
    const response = await fetch(`${portal.backendUrl}/api/mcp-actions/v1`, {
      method: 'POST',
      headers: {
        Accept: 'application/json, text/event-stream',
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    });
    const text = await response.text();
    assert.equal(response.status, 200, text);
    const data = text.split('\n').find(line => line.startsWith('data: '));
    const { result } = JSON.parse(data?.replace('data: ', '') ?? text);
    assert.ok(result && !result.isError, text);
    return result;
  };
  const { tools } = await ask('tools/list');
  const names = tools.map((tool: { name: string }) => tool.name);
  assert.ok(names.includes('model-catalog.list-models'), names.join(' '));
  const found = await ask('tools/call', {
    name: 'model-catalog.list-models',
    arguments: { q: 'credit' },
  });
  const [{ ref }] = found.structuredContent.items;
  const compared = await ask('tools/call', {
    name: 'model-catalog.compare-versions',
    arguments: { model: ref, left: '7', right: '8' },
  });
  assert.notEqual(compared.structuredContent.metrics.length, 0);
});
