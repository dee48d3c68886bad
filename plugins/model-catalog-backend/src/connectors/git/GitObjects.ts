/** Something of a commit. */
export interface TreeEntry {
  /** Six octal digits: `100644` a file, `120000` a link. */
  mode: string;
  blob: string;
  /** Bytes. */
  size: number;
  path: string;
}

/** A tag of the repository. */
export interface Tag {
  name: string;
  commit: string;
  /** ISO 8601. */
  at: string;
}

/** Runs `git` in one repository. */
export type RunInRepository = (
  args: string[],
  signal: AbortSignal,
  input?: string,
) => Promise<Buffer>;

/** What a repository holds. Read from Git's own store: nothing is checked out. */
export class GitObjects {
  constructor(private readonly run: RunInRepository) {}

  /** Every file of a commit below a folder. */
  async listFiles(
    commit: string,
    folder: string,
    signal: AbortSignal,
  ): Promise<TreeEntry[]> {
    const listed = await this.run(
      [
        ...['ls-tree', '-r', '-l', '-z', '--full-tree', commit, '--'],
        ...(folder ? [`${folder}/`] : []),
      ],
      signal,
    );
    return listed
      .toString('utf8')
      .split('\0')
      .flatMap(line => {
        const [, mode, blob, size, file] =
          /^(\d{6}) blob ([0-9a-f]+) +(\d+)\t(.*)$/s.exec(line) ?? [];
        return mode ? [{ mode, blob, size: Number(size), path: file }] : [];
      });
  }

  /** Contents of files, in one go. */
  async readBlobs(
    blobs: string[],
    signal: AbortSignal,
  ): Promise<Map<string, Buffer>> {
    const input = `${[...new Set(blobs)].join('\n')}\n`;
    const answer = await this.run(['cat-file', '--batch'], signal, input);
    const contents = new Map<string, Buffer>();
    for (let at = 0; at < answer.length;) {
      const end = answer.indexOf(10, at);
      const [blob, , size] = answer.toString('utf8', at, end).split(' ');
      const length = Number(size);
      contents.set(blob, answer.subarray(end + 1, end + 1 + length));
      at = end + length + 2;
    }
    return contents;
  }

  /** Tags, oldest first. */
  async listTags(signal: AbortSignal): Promise<Tag[]> {
    const format =
      '%(refname:lstrip=2)%00%(*objectname)%00%(objectname)%00%(creatordate:iso-strict)';
    const listed = await this.run(
      ['for-each-ref', '--sort=creatordate', `--format=${format}`, 'refs/tags'],
      signal,
    );
    return listed
      .toString('utf8')
      .split('\n')
      .filter(Boolean)
      .map(line => {
        const [name, peeled, object, at] = line.split('\0');
        return { name, commit: peeled || object, at };
      });
  }
}
