import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { RegistrationFile } from '../registration/RegistrationFile';

const installs = {
  actionlint: 'go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.12',
  git: 'apt-get install git',
  kubeconform: 'go install github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0',
  shellcheck: 'apt-get install shellcheck',
  yq: 'go install github.com/mikefarah/yq/v4@v4.54.3',
};

type Tool = keyof typeof installs;

const versionFlags: Partial<Record<Tool, string>> = {
  actionlint: '-version',
  kubeconform: '-v',
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
 * `describe` for tests that need a real tool. Without it they are skipped and the
 * title says how to get it; with `CI` set its absence is a failure.
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
  files: readonly RegistrationFile[],
  body: (folder: string) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), 'registration-'));
  try {
    for (const { path, content, mode } of files) {
      const target = join(folder, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, content, { mode: mode ? 0o755 : 0o644 });
    }
    return body(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a program says, and whether it was content. */
export function run(
  cwd: string,
  command: string,
  args: string[] = [],
): { passed: boolean; output: string } {
  try {
    const output = execFileSync(command, args, {
      cwd,
      env: { PATH: toolPath, HOME: cwd },
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return { passed: true, output };
  } catch (error) {
    const { stdout = '', stderr = '' } = error as Record<string, string>;
    return { passed: false, output: `${stdout}${stderr}` };
  }
}
