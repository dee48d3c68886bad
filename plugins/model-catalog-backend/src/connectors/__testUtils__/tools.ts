import { execFileSync } from 'node:child_process';
import { createServer } from 'node:net';

/** A program that tests run for real. */
export interface Tool {
  /** How it is called, such that it ends at once. */
  command: [string, ...string[]];
  title: string;
  howToGet: string;
}

function isInstalled([program, ...args]: Tool['command']): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * `describe` for tests that need a real tool. Without it they are skipped and the
 * title says how to get it; with `CI` set its absence is a failure.
 */
export function withTool({ command, title, howToGet }: Tool): {
  describeTool: typeof describe | typeof describe.skip;
  title: string;
} {
  if (isInstalled(command)) return { describeTool: describe, title };
  if (process.env.CI) throw new Error(`${command[0]} is missing: ${howToGet}`);
  return {
    describeTool: describe.skip,
    title: `${title} (missing: ${howToGet})`,
  };
}

/** A port that nobody listens on right now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise(resolve => {
    server.close(resolve);
  });
  if (address === null || typeof address === 'string')
    throw new Error('No port');
  return address.port;
}
