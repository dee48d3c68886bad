import { createHash } from 'node:crypto';
import { pipeline, Readable, Transform } from 'node:stream';

/**
 * The bytes of a document; the stream fails at its end when they are no longer
 * those that were handed in.
 *
 * @param digest - `sha256:<hex>` of what was handed in
 */
export function verifiedContent(content: Readable, digest: string): Readable {
  const hash = createHash('sha256');
  let held: Buffer | undefined;
  const check = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      if (held) this.push(held);
      held = chunk;
      done();
    },
    flush(done) {
      const found = `sha256:${hash.digest('hex')}`;
      if (found !== digest)
        return done(
          new Error(`Document ${digest} was changed: it is ${found}`),
        );
      if (held) this.push(held);
      return done();
    },
  });
  return pipeline(content, check, () => {});
}
