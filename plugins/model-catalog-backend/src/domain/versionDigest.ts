import { hash } from 'node:crypto';
import {
  DigestKind,
  ModelArtifact,
} from '@modelyard/plugin-model-catalog-common';

const sha256Pattern = /^sha256:[0-9a-f]{64}$/;

/** Lower-case hexadecimal sha256 of a UTF-8 text. */
export function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}

/** What names a version when no digest of its content can be had. */
export interface VersionIdentity {
  sourceId: string;
  nativeId: string;
  uri?: string;
  runId?: string;
  /** ISO 8601. */
  createdAt: string;
}

function pathOf(uri: string): string[] {
  return uri
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/[?#].*$/s, '')
    .split('/')
    .filter(segment => segment !== '' && segment !== '.');
}

function countSharedFolders(paths: string[][]): number {
  const folders = paths.map(path => path.slice(0, -1));
  const [first] = folders;
  const differs = first.findIndex((segment, index) =>
    folders.some(folder => folder[index] !== segment),
  );
  return differs === -1 ? first.length : differs;
}

/**
 * Digest over several files, as `sha256sum` would list them: sorted lines
 * `<hex>  <path>\n`, with paths relative to the deepest folder they share.
 */
function digestOfFiles(artifacts: { uri: string; digest: string }[]): string {
  const paths = artifacts.map(artifact => pathOf(artifact.uri));
  const shared = countSharedFolders(paths);
  const lines = artifacts.map(
    (artifact, index) =>
      `${artifact.digest.slice('sha256:'.length)}  ${paths[index]
        .slice(shared)
        .join('/')}\n`,
  );
  return `sha256:${sha256(lines.sort().join(''))}`;
}

/**
 * Digest of a version that has none of its own in the registry: that of its one
 * artifact, the one over several, or, when an artifact has no sha256, a digest of
 * the record. The last one says nothing about content.
 */
export function versionDigest(
  artifacts: ModelArtifact[],
  identity: VersionIdentity,
): { digest: string; digestKind: DigestKind } {
  const hashed = artifacts.flatMap(({ uri, digest }) =>
    digest && sha256Pattern.test(digest) ? [{ uri, digest }] : [],
  );
  if (hashed.length === 0 || hashed.length < artifacts.length) {
    const { createdAt, nativeId, runId, sourceId, uri } = identity;
    // Keys in alphabetical order: the canonical form of RFC 8785.
    const record = JSON.stringify({
      createdAt,
      nativeId,
      runId,
      sourceId,
      uri,
    });
    return { digest: `sha256:${sha256(record)}`, digestKind: 'record' };
  }
  const digest = hashed.length === 1 ? hashed[0].digest : digestOfFiles(hashed);
  return { digest, digestKind: 'content' };
}
