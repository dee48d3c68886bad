import { ModelArtifact } from '@modelyard/plugin-model-catalog-common';

/**
 * Reads a pointer of Git LFS: the digest and size of a file that lies elsewhere.
 * Undefined for any other text.
 */
export function readLfsPointer(
  text: string,
): Pick<ModelArtifact, 'digest' | 'sizeBytes'> | undefined {
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

/**
 * Reads the size from a file of DVC, which names its content by MD5: that tells
 * two contents apart by chance only, so it is no digest.
 */
export function readDvcPointer(
  text: string,
): Pick<ModelArtifact, 'sizeBytes'> | undefined {
  if (!/^outs:/m.test(text)) return undefined;
  const [, size] = /^\s+size: (\d+)$/m.exec(text) ?? [];
  return size === undefined ? undefined : { sizeBytes: Number(size) };
}
