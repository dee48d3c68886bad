import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const root = resolvePackagePath(
  '@modelyard/plugin-model-cost-backend',
  'src/__fixtures__/opencost-1.112',
);

/** Folder of three recorded days, 2026-11-02 to 2026-11-04. */
export const recordedFolder = join(root, 'days');

/** A recorded answer of OpenCost 1.112, parsed. */
export function readRecorded(name: string): unknown {
  const content = readFileSync(join(root, name));
  const text = name.endsWith('.gz') ? gunzipSync(content) : content;
  return JSON.parse(text.toString('utf8'));
}
