// Long-running children that live and die together.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const graceMs = 8_000;

export class Processes {
  stopping = false;
  #children = new Map();
  #options;

  /** @param options - `logs`: folder, `name`: part of the log files' names, `verbose`: logs on the screen too */
  constructor(options) {
    this.#options = options;
  }

  logFile(name) {
    return join(this.#options.logs, `${name}-${this.#options.name}.log`);
  }

  /** Starts a child in a process group of its own; when it ends, all end. */
  start(name, command, args, options) {
    mkdirSync(this.#options.logs, { recursive: true });
    const log = createWriteStream(this.logFile(name));
    const child = spawn(command, args, {
      ...options,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const tail = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', chunk => {
        log.write(chunk);
        tail.push(String(chunk));
        if (tail.length > 40) tail.shift();
        if (this.#options.verbose) process.stdout.write(chunk);
      });
    child.on('error', error => tail.push(error.message));
    child.on('close', (code, signal) => {
      this.#children.delete(name);
      if (this.stopping) return;
      process.stderr.write(
        `\nThe ${name} stopped (${signal ?? `exit code ${code}`}):\n${tail.join('').split('\n').slice(-25).join('\n')}\n`,
      );
      this.stop(1);
    });
    this.#children.set(name, child);
  }

  #signal(signal) {
    for (const child of this.#children.values()) {
      try {
        process.kill(-child.pid, signal);
      } catch {
        // Already gone.
      }
    }
  }

  /** Ends every child, by force after some seconds, and then this process. */
  stop(code) {
    if (this.stopping) return;
    this.stopping = true;
    this.#signal('SIGTERM');
    const deadline = Date.now() + graceMs;
    const wait = setInterval(() => {
      if (this.#children.size && Date.now() < deadline) return;
      clearInterval(wait);
      this.#signal('SIGKILL');
      process.exit(code);
    }, 100);
  }

  /** Ctrl-C, SIGTERM, and a parent that went away all mean stop. */
  stopOnSignals() {
    process.on('SIGINT', () => this.stop(130));
    process.on('SIGTERM', () => this.stop(143));
    process.on('SIGHUP', () => this.stop(129));
    const parent = process.ppid;
    setInterval(() => {
      if (process.ppid !== parent) this.stop(143);
    }, 1_000).unref();
  }
}
