import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { tail } from './run';

/** A server in the background. */
export interface Server {
  /** Throws with the end of its log when it has ended. */
  check(): void;
  /** Asks it to end, and makes it end when it does not. */
  stop(): Promise<void>;
}

const longestLog = 200_000;

/** A port of the loopback interface that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object'
          ? done(address.port)
          : fail(new Error('the loopback interface gave no port')),
      );
    });
  });
}

/** Starts a server; whether it is ready is for the caller to find out. */
export function startServer(
  command: string,
  args: readonly string[],
  options: { cwd: string; env?: Record<string, string> },
): Server {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  const keep = (chunk: Buffer) => {
    log = `${log}${chunk}`.slice(-longestLog);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  child.on('error', error => keep(Buffer.from(error.message)));
  const ended = () => child.exitCode !== null || child.signalCode !== null;
  return {
    check() {
      if (ended()) throw new Error(`${command} ended:\n${tail(log)}`);
    },
    async stop() {
      if (ended() || child.pid === undefined) return;
      const closed = once(child, 'close');
      child.kill('SIGTERM');
      const late = sleep(10_000, undefined, { ref: false }).then(() => {
        if (!ended()) child.kill('SIGKILL');
      });
      await Promise.race([closed, late.then(() => closed)]);
    },
  };
}
