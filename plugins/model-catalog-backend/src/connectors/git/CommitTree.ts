import { createHash } from 'node:crypto';
import path from 'node:path';
import { InvalidItem } from '../../domain/InvalidItem';
import { GitObjects, TreeEntry } from './GitObjects';
import { ManifestTree, maxManifestBytes, peekBytes } from './ManifestTree';
import { maxCardBytes } from './readCard';
import { manifestName } from './walkManifests';

const linkMode = '120000';

/** A commit. Read from Git's own store, so that no link or filter plays a part. */
export class CommitTree implements ManifestTree {
  private readonly entries: Map<string, TreeEntry>;
  private loaded = new Map<string, Buffer>();

  private constructor(
    private readonly objects: GitObjects,
    entries: TreeEntry[],
    private readonly signal: AbortSignal,
  ) {
    this.entries = new Map(entries.map(entry => [entry.path, entry]));
  }

  /** @param folder - folder of the repository to read, empty for all of it */
  static async open(
    objects: GitObjects,
    place: { commit: string; folder: string },
    signal: AbortSignal,
  ): Promise<CommitTree> {
    const { commit, folder } = place;
    const entries = await objects.listFiles(commit, folder, signal);
    return new CommitTree(objects, entries, signal);
  }

  async list() {
    const files = [...this.entries.values()]
      .filter(entry => path.posix.basename(entry.path) === manifestName)
      .sort((a, b) => (a.path < b.path ? -1 : 1));
    return {
      files: files.filter(isFile).map(entry => entry.path),
      problems: files
        .filter(entry => !isFile(entry))
        .map(entry => ({
          file: entry.path,
          message: 'is a link; put the file itself here',
        })),
    };
  }

  readManifest(file: string): Promise<string> {
    return this.read(file, maxManifestBytes, "split the model's versions");
  }

  async readCard(file: string, card: string): Promise<string> {
    const folder = path.posix.dirname(file);
    const named = path.posix.join(folder, card);
    const isBelow = folder === '.' || named.startsWith(`${folder}/`);
    if (path.posix.isAbsolute(card) || named.startsWith('../') || !isBelow)
      throw new InvalidItem(
        `"${card}" leads out of the model's folder; name a file below it, such as ./cards/7.md`,
      );
    return this.read(named, maxCardBytes, 'shorten it');
  }

  async preload(files: string[]): Promise<void> {
    const entries = files.flatMap(file => this.entries.get(file) ?? []);
    const small = entries.filter(entry => entry.size <= maxManifestBytes);
    this.loaded = await this.objects.readBlobs(
      small.map(entry => entry.blob),
      this.signal,
    );
  }

  async peek(file: string): Promise<string | undefined> {
    const entry = this.entries.get(path.posix.normalize(file));
    if (!entry || !isFile(entry)) return undefined;
    // A pointer is small; a large file is none, and need not be read.
    return entry.size > peekBytes ? '' : this.content(entry);
  }

  async fingerprint(files: string[]): Promise<string> {
    const hash = createHash('sha256');
    for (const file of files)
      hash.update(`${file} ${this.entries.get(file)?.blob ?? '-'}\n`);
    return hash.digest('hex');
  }

  private async read(
    file: string,
    most: number,
    remedy: string,
  ): Promise<string> {
    const entry = this.entries.get(file);
    if (!entry)
      throw new InvalidItem(
        `there is no file "${file}"; add it or leave out the card`,
      );
    if (!isFile(entry))
      throw new InvalidItem(`"${file}" is a link; put the file itself there`);
    if (entry.size > most)
      throw new InvalidItem(
        `"${file}" has ${entry.size} bytes, the limit is ${most}; ${remedy}`,
      );
    return this.content(entry);
  }

  private async content({ blob }: TreeEntry): Promise<string> {
    const known = this.loaded.get(blob);
    if (known) return known.toString('utf8');
    const read = await this.objects.readBlobs([blob], this.signal);
    return read.get(blob)?.toString('utf8') ?? '';
  }
}

function isFile(entry: TreeEntry): boolean {
  return entry.mode !== linkMode;
}
