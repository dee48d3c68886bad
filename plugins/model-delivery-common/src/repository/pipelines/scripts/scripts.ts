import { RepositoryFile } from '../../types';
import { buildScript } from './build';
import { evidenceScript } from './evidence';
import { gateScript } from './gate';
import { policiesScript } from './policies';
import { scanScript } from './scan';
import { schemasScript } from './schemas';
import { toolsScript } from './tools';

function executable(name: string, text: string): RepositoryFile {
  return { path: `ci/${name}`, text, mode: '100755' };
}

const common = [
  executable('tools.sh', toolsScript),
  executable('build.sh', buildScript),
  executable('schemas.sh', schemasScript),
  executable('scan.sh', scanScript),
  executable('evidence.sh', evidenceScript),
  executable('gate.sh', gateScript),
];
const policies = executable('policies.sh', policiesScript);

/**
 * The scripts of a repository, the same under every pipeline and on any machine.
 * Only Gatekeeper has a test of its policies that needs no cluster.
 */
export function scriptFiles(gatekeeper: boolean): readonly RepositoryFile[] {
  return gatekeeper ? [...common, policies] : common;
}
