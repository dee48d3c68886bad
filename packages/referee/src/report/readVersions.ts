import { etcdVersion } from '../cluster/startCluster';
import { requireGo } from '../tools/goModules';
import { run } from '../tools/run';
import { BuiltProgram } from '../tools/servers';

const remedies = {
  kustomize: '`go install sigs.k8s.io/kustomize/kustomize/v5@v5.8.2`',
  gator:
    '`go install github.com/open-policy-agent/gatekeeper/v3/cmd/gator@v3.23.1`',
  git: '`apt-get install git`',
};

/** First line with a digit that a program prints about itself. */
async function printed(
  program: string,
  args: string[],
  remedy = 'its build is incomplete',
): Promise<string> {
  const { stdout, stderr } = await run(program, args).catch(() => {
    throw new Error(`${program} is missing: ${remedy}`);
  });
  const lines = `${stdout}\n${stderr}`.split('\n').map(line => line.trim());
  const found = lines.find(line => /\d/.test(line));
  if (!found) throw new Error(`${program} prints no version`);
  return found;
}

/** gator from `go install` calls itself unknown; Go knows what it was made of. */
async function gatorVersion(): Promise<string> {
  const says = await printed('gator', ['--version'], remedies.gator);
  const built = await run('sh', ['-c', 'go version -m "$(command -v gator)"']);
  const [, version] = /^\s+mod\s+\S+\s+(\S+)/m.exec(built.stdout) ?? [];
  return version ? `${says}, module ${version}` : says;
}

/**
 * What the programs that have to be there already print as their version; throws
 * with the remedy when one is missing.
 */
export async function readToolVersions(): Promise<Record<string, string>> {
  return {
    etcd: await etcdVersion(),
    gator: await gatorVersion(),
    kustomize: await printed('kustomize', ['version'], remedies.kustomize),
    git: await printed('git', ['--version'], remedies.git),
    Go: await requireGo(),
    Node: process.version,
  };
}

/** What the programs that are built here print as their version. */
export async function readProgramVersions(
  programs: Record<BuiltProgram, string>,
): Promise<Record<string, string>> {
  return {
    'kube-apiserver': await printed(programs['kube-apiserver'], ['--version']),
    Kyverno: await printed(programs.kyverno, ['version']),
    Gitea: await printed(programs.gitea, ['--version']),
  };
}
