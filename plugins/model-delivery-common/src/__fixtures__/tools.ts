import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { PlanFile } from '../plan/types';

const installs = {
  kustomize: 'go install sigs.k8s.io/kustomize/kustomize/v5@v5.8.2',
  gator:
    'go install github.com/open-policy-agent/gatekeeper/v3/cmd/gator@v3.23.1',
  yq: 'go install github.com/mikefarah/yq/v4@v4.54.3',
  'kubectl-validate': 'go install sigs.k8s.io/kubectl-validate@v0.0.4',
  actionlint: 'go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.12',
  hclfmt: 'go install github.com/hashicorp/hcl/v2/cmd/hclfmt@v2.24.0',
  hcldec: 'go install github.com/hashicorp/hcl/v2/cmd/hcldec@v2.24.0',
  shellcheck: 'apt-get install shellcheck',
  promtool: 'apt-get install prometheus',
  kubeconform: 'go install github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0',
  'kube-score': 'go install github.com/zegl/kube-score/cmd/kube-score@v1.20.0',
  gitleaks: 'go install github.com/zricethezav/gitleaks/v8@v8.30.1',
  checkov: 'pip install checkov==3.3.30',
};

type Tool = keyof typeof installs;

const versionFlags: Partial<Record<Tool, string>> = {
  kustomize: 'version',
  gator: 'version',
  actionlint: '-version',
  kubeconform: '-v',
  'kube-score': 'version',
  gitleaks: 'version',
  hclfmt: '-version',
  'kubectl-validate': '--help',
};

/** Where `.ci/run` puts tools goes first: other programs share their names. */
export const toolPath = [
  join(
    process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'),
    'modelyard',
    'bin',
  ),
  process.env.PATH,
].join(delimiter);

function has(tool: Tool): boolean {
  try {
    execFileSync(tool, [versionFlags[tool] ?? '--version'], {
      stdio: 'ignore',
      env: { ...process.env, PATH: toolPath },
    });
    return true;
  } catch {
    return false;
  }
}

/**
 * `describe` for tests that need a real tool. Without it they are skipped and
 * the title says how to get it; with `CI` set its absence is a failure.
 */
export function withTool(...tools: Tool[]): {
  describeTool: typeof describe | typeof describe.skip;
  title: string;
} {
  const title = `with ${tools.join(', ')}`;
  const missing = tools
    .filter(tool => !has(tool))
    .map(tool => `${tool} is missing: ${installs[tool]}`);
  if (!missing.length) return { describeTool: describe, title };
  if (process.env.CI) throw new Error(missing.join('; '));
  return {
    describeTool: describe.skip,
    title: `${title} (${missing.join('; ')})`,
  };
}

/** Writes files to a new folder, runs the body there and removes the folder. */
export function inFolder<T>(
  files: readonly PlanFile[],
  body: (folder: string) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), 'plan-'));
  try {
    for (const { path, content, mode } of files) {
      const target = join(folder, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, content, { mode: mode === '100755' ? 0o755 : 0o644 });
    }
    return body(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Output of a tool; throws with its message when it fails. */
export function run(
  command: string,
  args: string[],
  options: { cwd: string; env?: Record<string, string> },
): string {
  return execFileSync(command, args, {
    cwd: options.cwd,
    env: { ...process.env, PATH: toolPath, ...options.env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
