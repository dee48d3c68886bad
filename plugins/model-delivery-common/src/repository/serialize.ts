import { stringify } from 'yaml';
import { PlanFile } from '../plan/types';
import { RepositoryFile } from './types';

// Policies are the same in every repository: they are serialised once.
const serialized = new WeakMap<RepositoryFile, string>();

function textOf(file: RepositoryFile): string {
  if ('text' in file) return file.text;
  return file.documents
    .map(document =>
      stringify(document, {
        compat: 'yaml-1.1',
        aliasDuplicateObjects: false,
        lineWidth: 0,
        defaultStringType: file.quoted ? 'QUOTE_DOUBLE' : 'PLAIN',
        defaultKeyType: 'PLAIN',
      }),
    )
    .join('---\n');
}

/**
 * Serialises a file once. Kustomize reads YAML 1.1 and would turn `yes`, `007`,
 * `0x1F`, `1e3` or `~` into something else: such text is quoted everywhere, and
 * in patches every string is.
 */
export function serialize(file: RepositoryFile): PlanFile {
  const content = serialized.get(file) ?? textOf(file);
  serialized.set(file, content);
  return { path: file.path, content, ...(file.mode && { mode: file.mode }) };
}
