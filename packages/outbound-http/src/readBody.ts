import { OutboundError } from './OutboundError';
import { shownUrl } from './explain';

/** Reads an answer up to a limit, and no further. */
export async function readBody(
  url: URL,
  body: AsyncIterable<Uint8Array> | null,
  maxBytes: number,
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes)
      throw new OutboundError(
        'too-large',
        `${shownUrl(url)} answers more than ${maxBytes} bytes; ask for less, or raise the limit`,
      );
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
