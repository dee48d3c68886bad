import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { PlanFile } from './types';

const regularFile = '100644';

/**
 * Digest of a set of files: sha256 over one line `<sha256-hex> <mode> <path>`
 * per file, sorted by path.
 *
 * @public
 */
export function digestFiles(files: readonly PlanFile[]): string {
  const lines = [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, content, mode = regularFile }) => {
      const hash = bytesToHex(sha256(utf8ToBytes(content)));
      return `${hash} ${mode} ${path}\n`;
    });
  return `sha256:${bytesToHex(sha256(utf8ToBytes(lines.join(''))))}`;
}
