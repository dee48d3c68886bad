import { z } from 'zod';
import { run, tail } from './run';

const downloadSchema = z.object({
  Dir: z.string().optional(),
  Error: z.string().optional(),
});

/** How to get Go; the modules name the release that they need. */
export const goRemedy = 'install Go 1.26 or later (https://go.dev/dl)';

/** Throws with the remedy when there is no Go. */
export async function requireGo(): Promise<string> {
  const { stdout } = await run('go', ['version']).catch(() => {
    throw new Error(`go is missing: ${goRemedy}`);
  });
  return stdout.trim();
}

/** Folder with the files of a module; downloaded and verified when it is not there. */
export async function moduleFolder(
  module: string,
  version: string,
): Promise<string> {
  const { stdout, stderr } = await run(
    'go',
    ['mod', 'download', '-json', `${module}@${version}`],
    // Outside of any module, so that no go.mod has a say.
    { env: { GOFLAGS: '-mod=mod', GOWORK: 'off' } },
  );
  const download = downloadSchema.safeParse(
    stdout.trim() ? JSON.parse(stdout) : undefined,
  );
  if (download.data?.Dir) return download.data.Dir;
  throw new Error(
    `go could not download ${module}@${version}: ${download.data?.Error ?? tail(stderr)}`,
  );
}
