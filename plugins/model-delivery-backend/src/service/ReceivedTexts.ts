import { ReceivedPush } from '../git/pushConversation';
import { ReceivedObject, ReceivedObjects } from '../git/ReceivedObjects';
import { printable } from '../secrets/secretsMessage';
import { ScannedText } from '../secrets/SecretScanner';

const maxFiles = 5_000;
const maxFileBytes = 5 * 1024 * 1024;
const maxBytes = 64 * 1024 * 1024;
/** Read at once. */
const batchBytes = 8 * 1024 * 1024;
const binarySniffBytes = 8_000;

/**
 * The new texts of a push, or why it holds too much.
 */
export interface TextsOfPush {
  texts: ScannedText[];
  /** Paths of files that are no text. */
  binaries: string[];
  tooMuch?: string;
}

/**
 * Reads the new files and messages of a push as text, within limits.
 */
export class ReceivedTexts {
  private constructor(private readonly objects: ReceivedObjects) {}

  static create(objects: ReceivedObjects): ReceivedTexts {
    return new ReceivedTexts(objects);
  }

  /** @param left - milliseconds that are left */
  async read(push: ReceivedPush, left: () => number): Promise<TextsOfPush> {
    const objects = await this.objects.list(push, left());
    const tooMuch = describeExcess(objects);
    if (tooMuch) return { texts: [], binaries: [], tooMuch };
    const texts: ScannedText[] = [];
    const binaries: string[] = [];
    for (const batch of batchesOf(objects)) {
      const contents = await this.objects.read(push, batch, left());
      batch.forEach(({ path }, index) => {
        const content = decode(contents[index]);
        if (content === undefined) binaries.push(path);
        else texts.push({ path, content });
      });
    }
    return { texts, binaries };
  }
}

function describeExcess(objects: ReceivedObject[]): string | undefined {
  const large = objects.find(({ sizeBytes }) => sizeBytes > maxFileBytes);
  if (large)
    return `Refused, because ${printable(large.path)} has more than ${maxFileBytes / 1024 / 1024} MiB; large files belong into an artifact store`;
  const bytes = objects.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (objects.length > maxFiles || bytes > maxBytes)
    return `Refused, because a push may bring at most ${maxFiles} files and commits with ${maxBytes / 1024 / 1024} MiB; push fewer commits at once`;
  return undefined;
}

function batchesOf(objects: ReceivedObject[]): ReceivedObject[][] {
  const batches: ReceivedObject[][] = [[]];
  let bytes = 0;
  for (const object of objects) {
    bytes += object.sizeBytes;
    if (bytes > batchBytes) {
      batches.push([]);
      bytes = object.sizeBytes;
    }
    batches[batches.length - 1].push(object);
  }
  return batches;
}

/** Text of a file; undefined for one that Git calls binary. */
function decode(content: Buffer): string | undefined {
  if (content[0] === 0xff && content[1] === 0xfe)
    return content.toString('utf16le');
  if (content[0] === 0xfe && content[1] === 0xff)
    return Buffer.from(content.subarray(0, content.length & ~1))
      .swap16()
      .toString('utf16le');
  return content.subarray(0, binarySniffBytes).includes(0)
    ? undefined
    : content.toString('utf8');
}
