import { createHash } from 'node:crypto';
import { OciApi } from './OciApi';
import { isVersionTag, TaggedDigest } from './tags';

const hashOf = (lines: string[]) =>
  createHash('sha256')
    .update(lines.map(line => `${line}\n`).join(''))
    .digest('hex');
const lineOf = ({ tag, digest }: TaggedDigest) => `${tag} ${digest}`;

/** The tags of a repository. */
export interface ReadTags {
  /** In a steady order. */
  tags: TaggedDigest[];
  /** Differs as soon as a tag has come, gone or moved. */
  mark: string;
}

/**
 * Reads tags with as few questions as can be: a registry lists names only, and has
 * to be asked for the digest of each. Aliases are asked for each time. Tags that
 * name a version are not meant to move: where all else is as it was, they are
 * asked for again only after a while.
 */
export class TagReader {
  /** By repository: when all of its tags were asked for, in milliseconds since 1970. */
  private readonly askedWhole = new Map<string, { at: number; mark: string }>();

  /** @param recheckMs - how long the digest of a version's tag is believed */
  constructor(
    private readonly api: Pick<OciApi, 'listTags' | 'findDigest'>,
    private readonly recheckMs: number,
  ) {}

  /**
   * @param known - mark of the last time
   * @returns undefined when the tags are as they were
   */
  async read(
    repository: string,
    known: string | undefined,
    signal: AbortSignal,
  ): Promise<ReadTags | undefined> {
    const now = Date.now();
    const names = (await this.api.listTags(repository, signal)).sort();
    const versionNames = names.filter(isVersionTag);
    const ask = async (some: string[]) => {
      const digests = await Promise.all(
        some.map(tag => this.api.findDigest(repository, tag, signal)),
      );
      return some.flatMap((tag, index) => {
        const digest = digests[index];
        return digest ? [{ tag, digest }] : [];
      });
    };
    const aliases = await ask(names.filter(name => !isVersionTag(name)));
    const rest = hashOf([...versionNames, ...aliases.map(lineOf)]);
    const asked = this.askedWhole.get(repository);
    // What was found then counts only when it is what was stored.
    const isBelieved =
      asked?.mark === known &&
      asked?.mark.startsWith(`${rest} `) &&
      now - asked.at < this.recheckMs;
    if (isBelieved) return undefined;
    const versions = await ask(versionNames);
    const mark = `${rest} ${hashOf(versions.map(lineOf))}`;
    if (versions.length === versionNames.length)
      this.askedWhole.set(repository, { at: now, mark });
    const tags = [...versions, ...aliases].sort((a, b) =>
      a.tag < b.tag ? -1 : 1,
    );
    return mark === known ? undefined : { tags, mark };
  }
}
