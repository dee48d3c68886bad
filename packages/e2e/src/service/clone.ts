import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { portal } from '../portal/browser.ts';
import { tokenOf } from '../portal/tokenOf.ts';

// Where `.ci/run` puts kustomize, yq and gator.
const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
const env = {
  ...process.env,
  PATH: [join(cache, 'modelyard/bin'), process.env.PATH].join(delimiter),
};

/** What was found in a clone. */
export interface CheckedClone {
  /** Rendered manifests by environment. */
  rendered: Record<string, string>;
  /** Evaluations of policies by environment. */
  evaluations: Record<string, number>;
}

function run(folder: string, script: string): string {
  const { status, stdout, stderr } = spawnSync(join(folder, script), {
    env,
    encoding: 'utf8',
  });
  assert.equal(status, 0, `${script}\n${stdout}\n${stderr}`);
  return stdout;
}

function check(folder: string): CheckedClone {
  run(folder, 'ci/build.sh');
  const policies = run(folder, 'ci/policies.sh');
  const found: CheckedClone = { rendered: {}, evaluations: {} };
  for (const name of readdirSync(join(folder, 'overlays')).sort()) {
    const built = execFileSync(
      'kustomize',
      ['build', join(folder, 'overlays', name)],
      { encoding: 'utf8', env },
    );
    const file = `ci-output/rendered/${name}.yaml`;
    assert.equal(readFileSync(join(folder, file), 'utf8'), built);
    const counted = new RegExp(`${file}: (\\d+) evaluations`).exec(policies);
    found.rendered[name] = built;
    found.evaluations[name] = Number(counted?.[1] ?? 0);
  }
  return found;
}

/**
 * Clones the repository of a service as a data scientist with stock Git, builds
 * every overlay and holds it against the policies that the repository brings,
 * with the repository's own scripts.
 */
export async function cloneAndCheck(service: string): Promise<CheckedClone> {
  const token = await tokenOf('data-scientist');
  const folder = mkdtempSync(join(tmpdir(), 'clone-'));
  const { host } = new URL(portal.backendUrl);
  const url = `http://x:${token}@${host}/api/model-delivery/git/${service}-gitops.git`;
  try {
    const clone = spawnSync('git', ['clone', '-q', url, 'repository'], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.equal(clone.status, 0, clone.stderr);
    return check(join(folder, 'repository'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
