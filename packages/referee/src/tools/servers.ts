import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { requireGo } from './goModules';
import { run, tail } from './run';

/** How a program is built from a module of `modules/`. */
interface Build {
  version: string;
  /** What the module builds. */
  package: string;
  tags?: string;
  /** Variable of the linker that holds the version. */
  versionVariable: string;
  /** As the variable wants it. */
  versionText: string;
}

const builds = {
  'kube-apiserver': {
    version: '1.36.3',
    package: 'k8s.io/kubernetes/cmd/kube-apiserver',
    versionVariable: 'k8s.io/component-base/version.gitVersion',
    versionText: 'v1.36.3',
  },
  kyverno: {
    version: '1.19.1',
    package: 'github.com/kyverno/kyverno/cmd/cli/kubectl-kyverno',
    versionVariable: 'github.com/kyverno/kyverno/pkg/version.BuildVersion',
    versionText: 'v1.19.1',
  },
  gitea: {
    version: '1.26.0',
    package: 'code.gitea.io/gitea',
    tags: 'sqlite sqlite_unlock_notify',
    versionVariable: 'main.Version',
    versionText: '1.26.0',
  },
} as const satisfies Record<string, Build>;

/** A program that is built here. */
export type BuiltProgram = keyof typeof builds;

/** The release of a program. */
export const releaseOf = (name: BuiltProgram): string => builds[name].version;

const cache = join(
  process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'),
  'modelyard',
  'referee',
);

/**
 * Builds a program unless the cache has it. `go install` refuses modules with
 * replacements, so each is built from a module of its own that repeats them.
 */
async function ensureProgram(
  name: BuiltProgram,
  say: (text: string) => void,
): Promise<string> {
  const build: Build = builds[name];
  const binary = join(cache, `${name}-${build.version}`);
  if (existsSync(binary)) return binary;
  await requireGo();
  await mkdir(cache, { recursive: true });
  say(`building ${name} ${build.version}, 10 to 15 minutes the first time`);
  const { code, stderr } = await run(
    'nice',
    [
      ...['-n', '15', 'go', 'build', '-mod=readonly', '-trimpath'],
      '-buildvcs=false',
      ...(build.tags ? ['-tags', build.tags] : []),
      ...['-ldflags', `-X ${build.versionVariable}=${build.versionText}`],
      ...['-o', `${binary}.new`, build.package],
    ],
    {
      cwd: resolvePackagePath('@modelyard/referee', 'modules', name),
      env: { GOFLAGS: '', GOWORK: 'off' },
    },
  );
  if (code !== 0) {
    throw new Error(`go could not build ${name}:\n${tail(stderr)}`);
  }
  await rename(`${binary}.new`, binary);
  return binary;
}

/** Paths of all programs, built one after the other where the cache lacks them. */
export async function ensurePrograms(
  say: (text: string) => void,
): Promise<Record<BuiltProgram, string>> {
  return {
    'kube-apiserver': await ensureProgram('kube-apiserver', say),
    kyverno: await ensureProgram('kyverno', say),
    gitea: await ensureProgram('gitea', say),
  };
}
