import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { RegistrationFile } from '@modelyard/plugin-model-catalog-common';

/** Writes planned files into a folder; what is there already is replaced. */
export async function writeFiles(
  folder: string,
  files: readonly RegistrationFile[],
): Promise<void> {
  for (const { path, content, mode } of files) {
    const target = resolveSafeChildPath(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content, { mode: mode ? 0o755 : 0o644 });
  }
}
