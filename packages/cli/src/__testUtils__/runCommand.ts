import { Writable } from 'node:stream';
import { run } from '../run';
import { token } from './startPortal';

function collect() {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => chunks.join('') };
}

/** Runs the command in this process, with a token unless told otherwise. */
export async function runCommand(
  argv: string[],
  env: Record<string, string | undefined> = {},
) {
  const stdout = collect();
  const stderr = collect();
  const code = await run(argv, {
    stdout: stdout.stream,
    stderr: stderr.stream,
    env: { MODELYARD_TOKEN: token, ...env },
  });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}
