import { ModelArtifact } from '@modelyard/plugin-model-catalog-common';
import { posix } from 'node:path';
import { z } from 'zod';
import { ManifestTree } from './ManifestTree';
import { readYaml, UnreadableYaml } from './readYaml';

/** What a pointer tells of the content that it stands for. */
export type PointerFacts = Pick<ModelArtifact, 'digest' | 'sizeBytes'>;

/**
 * Reads a pointer of Git LFS: the digest and size of a file that lies elsewhere.
 * Undefined for any other text.
 */
function readLfsPointer(text: string): PointerFacts | undefined {
  if (!text.startsWith('version https://git-lfs.github.com/spec/v1'))
    return undefined;
  const [, hex] = /^oid sha256:([0-9a-f]{64})$/m.exec(text) ?? [];
  const [, size] = /^size (\d+)$/m.exec(text) ?? [];
  if (hex === undefined) return undefined;
  return {
    digest: `sha256:${hex}`,
    ...(size !== undefined && { sizeBytes: Number(size) }),
  };
}

const dvcSchema = z.object({
  outs: z
    .array(
      z.object({
        path: z.string(),
        hash: z.string().default('md5'),
        md5: z
          .string()
          .regex(/^[0-9a-f]{32}(\.dir)?$/)
          .optional(),
        size: z.number().int().nonnegative().optional(),
      }),
    )
    .min(1),
});

function readIfYaml(text: string): unknown {
  try {
    return readYaml(text);
  } catch (error) {
    if (error instanceof UnreadableYaml) return undefined;
    throw error;
  }
}

/**
 * Reads what a file of DVC (`<file>.dvc`) tells of the file or folder of that name.
 * DVC names content by MD5, so the digest is `md5:<hex>`, with `.dir` behind that
 * of a folder: it shows that content changed, and proves nothing about it, which
 * is why the version itself keeps the digest of its record.
 *
 * @returns undefined for any other text
 */
function readDvcPointer(text: string, file: string): PointerFacts | undefined {
  const parsed = dvcSchema.safeParse(readIfYaml(text));
  if (!parsed.success) return undefined;
  const { outs } = parsed.data;
  const out = outs.find(({ path }) => path === posix.basename(file));
  if (!out) return undefined;
  return {
    ...(out.md5 && out.hash === 'md5' && { digest: `md5:${out.md5}` }),
    ...(out.size !== undefined && { sizeBytes: out.size }),
  };
}

/**
 * Looks for the pointer that stands for a file: its own text when it is one of Git
 * LFS, else the file of DVC beside it.
 *
 * @returns what the pointer tells, and the files that were looked for, so that one
 *   that comes later is noticed
 */
export async function findPointer(
  tree: Pick<ManifestTree, 'peek'>,
  file: string,
): Promise<{ facts: PointerFacts; files: string[] }> {
  const lfs = readLfsPointer((await tree.peek(file)) ?? '');
  if (lfs) return { facts: lfs, files: [file] };
  const beside = `${file}.dvc`;
  const dvc = await tree.peek(beside);
  return {
    facts: (dvc !== undefined && readDvcPointer(dvc, file)) || {},
    files: [file, beside],
  };
}
