import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { isError } from '@backstage/errors';
import { EvidenceDocumentStore } from '@modelyard/plugin-model-scorecard-node';

/** {@link EvidenceDocumentStore} in a directory that all replicas share. */
export class DirectoryDocumentStore implements EvidenceDocumentStore {
  private constructor(private readonly directory: string) {}

  static create(directory: string): DirectoryDocumentStore {
    return new DirectoryDocumentStore(directory);
  }

  async put(digest: string, content: Buffer | Readable): Promise<void> {
    const file = this.fileOf(digest);
    const temporary = `${file}.${randomUUID()}`;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(temporary, content, { mode: 0o640 });
    await rename(temporary, file);
  }

  async get(digest: string): Promise<Readable | undefined> {
    try {
      const file = await open(this.fileOf(digest));
      return file.createReadStream();
    } catch (error) {
      if (isError(error) && error.code === 'ENOENT') return undefined;
      throw error;
    }
  }

  private fileOf(digest: string): string {
    const hex = /^sha256:([0-9a-f]{64})$/.exec(digest)?.[1];
    if (!hex) throw new Error(`"${digest}" is no digest of a document`);
    return join(this.directory, hex.slice(0, 2), hex);
  }
}
