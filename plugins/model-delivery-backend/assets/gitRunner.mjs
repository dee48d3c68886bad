// @ts-check
import { spawn } from 'node:child_process';
import process from 'node:process';

/*
 * Runs `git` for a backend, one process for each message. Starting a process copies
 * the map of the memory of whoever starts it: from a backend with hundreds of
 * megabytes that takes tens of milliseconds in which it does nothing else, from here
 * two. It is no TypeScript because it is started from a file, in the sources as in
 * the published package.
 */

const maxOutputBytes = 64 * 1024 * 1024;
const maxSaidCharacters = 4000;

process.on('message', ({ id, args, env, input, timeoutMs }) => {
  const child = spawn('git', args, {
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
  });
  /** @type {Buffer[]} */
  const output = [];
  let size = 0;
  let said = '';
  child.stdout.on('data', chunk => {
    size += chunk.length;
    if (size > maxOutputBytes) child.kill('SIGKILL');
    else output.push(chunk);
  });
  child.stderr.on('data', chunk => {
    if (said.length < maxSaidCharacters) said += chunk.toString('utf8');
  });
  child.on('error', error => {
    process.send?.({ id, failure: error.message });
  });
  child.on('exit', (_code, signal) => {
    // What a killed process has started may go on, and hold its output open.
    if (signal === null) return;
    child.stdout.destroy();
    child.stderr.destroy();
  });
  child.on('close', (code, signal) => {
    if (code === 0) process.send?.({ id, output: Buffer.concat(output) });
    else
      process.send?.({
        id,
        failure: said.trim() || `ended with ${signal ?? code}`,
      });
  });
  // A process that ends without reading all its input is judged by its code.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
});

process.on('disconnect', () => process.exit());
