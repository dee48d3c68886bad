import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256Digest } from '@modelyard/plugin-model-scorecard-common';

/** Keeps the documents that evidence came in, by the digest of their bytes. */
export interface RawDocumentStore {
  /** @returns `sha256:<hex>` */
  put(bytes: Buffer): Promise<string>;
}

/** {@link RawDocumentStore} in a directory. */
export class DirectoryRawDocumentStore implements RawDocumentStore {
  private constructor(private readonly directory: string) {}

  static create(directory: string): DirectoryRawDocumentStore {
    return new DirectoryRawDocumentStore(directory);
  }

  async put(bytes: Buffer): Promise<string> {
    const digest = sha256Digest(bytes);
    const file = this.fileOf(digest);
    const temporary = `${file}.${randomUUID()}`;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(temporary, bytes, { mode: 0o640 });
    await rename(temporary, file);
    return digest;
  }

  private fileOf(digest: string): string {
    const hex = digest.slice('sha256:'.length);
    return join(this.directory, hex.slice(0, 2), hex);
  }
}
