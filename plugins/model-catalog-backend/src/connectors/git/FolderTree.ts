import { createHash } from 'node:crypto';
import { open, realpath, stat } from 'node:fs/promises';
import nodePath from 'node:path';
import { InvalidItem } from '../../domain/InvalidItem';
import { isInside } from './isInside';
import { ManifestTree, maxManifestBytes, peekBytes } from './ManifestTree';
import { readCard } from './readCard';
import { walkManifests } from './walkManifests';

/** A folder of the machine. Links that lead out of it are refused. */
export class FolderTree implements ManifestTree {
  /** @param root - real path of the folder */
  constructor(private readonly root: string) {}

  list(signal: AbortSignal) {
    return walkManifests(this.root, signal);
  }

  async preload(): Promise<void> {}

  async readManifest(file: string): Promise<string> {
    const real = await realpath(nodePath.join(this.root, file));
    if (!isInside(this.root, real))
      throw new InvalidItem(
        'leads out of the target; put the file itself here',
      );
    const handle = await open(real, 'r');
    try {
      const { size } = await handle.stat();
      if (size > maxManifestBytes)
        throw new InvalidItem(
          `has ${size} bytes, the limit is ${maxManifestBytes}; split the model's versions`,
        );
      return await handle.readFile('utf8');
    } finally {
      await handle.close();
    }
  }

  async readCard(file: string, card: string): Promise<string> {
    const real = await realpath(nodePath.join(this.root, file));
    return readCard(nodePath.dirname(real), card);
  }

  async peek(file: string): Promise<string | undefined> {
    const real = await realpath(nodePath.join(this.root, file)).catch(
      () => undefined,
    );
    if (real === undefined || !isInside(this.root, real)) return undefined;
    const handle = await open(real, 'r');
    try {
      if (!(await handle.stat()).isFile()) return undefined;
      const buffer = Buffer.alloc(peekBytes);
      const { bytesRead } = await handle.read(buffer, 0, peekBytes, 0);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await handle.close();
    }
  }

  async fingerprint(files: string[]): Promise<string> {
    const hash = createHash('sha256');
    for (const file of files) {
      const info = await stat(nodePath.join(this.root, file), {
        bigint: true,
      }).catch(() => undefined);
      // The time of the last change of anything, which nobody can set back.
      hash.update(
        info
          ? `${file} ${info.ino} ${info.size} ${info.ctimeNs}\n`
          : `${file} -\n`,
      );
    }
    return hash.digest('hex');
  }
}
