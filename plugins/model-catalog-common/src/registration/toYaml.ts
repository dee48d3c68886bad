import { stringify } from 'yaml';

/**
 * YAML that readers of 1.1 and 1.2 take for the same: what only one of them would
 * read as text, such as `yes` or `1:30`, is quoted.
 */
export function toYaml(value: object): string {
  return stringify(value, {
    compat: 'yaml-1.1',
    aliasDuplicateObjects: false,
    lineWidth: 0,
  });
}
