import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PlanFile } from '../plan/types';

const installs = {
  kustomize: 'go install sigs.k8s.io/kustomize/kustomize/v5@v5.8.2',
  gator:
    'go install github.com/open-policy-agent/gatekeeper/v3/cmd/gator@v3.23.1',
};

type Tool = keyof typeof installs;

function has(tool: Tool): boolean {
  try {
    execFileSync(tool, ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * `describe` for tests that need a real tool. Without it they are skipped and
 * the title says how to get it; with `CI` set its absence is a failure.
 */
export function withTool(tool: Tool): {
  describeTool: typeof describe | typeof describe.skip;
  title: string;
} {
  if (has(tool)) return { describeTool: describe, title: `with ${tool}` };
  if (process.env.CI) throw new Error(`${tool} is missing: ${installs[tool]}`);
  return {
    describeTool: describe.skip,
    title: `with ${tool} (missing: ${installs[tool]})`,
  };
}

/** Writes files to a new folder, runs the body there and removes the folder. */
export function inFolder<T>(
  files: readonly PlanFile[],
  body: (folder: string) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), 'plan-'));
  try {
    for (const { path, content } of files) {
      const target = join(folder, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, content);
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
    env: { ...process.env, ...options.env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
