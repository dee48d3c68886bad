// Runs one command of the test suite and keeps its output until it matters.
import { spawn } from 'node:child_process';

/** Resolves with `{ code, output }`; never throws for a command that fails. */
export function run(command, args, options = {}) {
  return new Promise(done => {
    const child = spawn(command, args, {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks = [];
    const keep = chunk => {
      chunks.push(chunk);
      if (options.echo) process.stdout.write(chunk);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', error => done({ code: 127, output: error.message }));
    child.on('close', code =>
      done({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }),
    );
  });
}

/** The end of an output, for a person to read. */
export function tail(output, lines = 60) {
  return output.trimEnd().split('\n').slice(-lines).join('\n');
}
