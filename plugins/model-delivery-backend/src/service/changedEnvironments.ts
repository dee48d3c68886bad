const overlay = /^overlays\/([^/]+)\/./;

/** Nothing is rendered from these. */
const aside =
  /(?:^|\/)[^/]+\.md$|^docs\/|^(?:catalog-info\.yaml|LICENSE|\.gitignore)$/;

/** Environments that have an overlay among the paths of a repository. */
export function environmentsOf(paths: readonly string[]): string[] {
  const names = paths.flatMap(path => overlay.exec(path)?.[1] ?? []);
  return [...new Set(names)].sort();
}

/**
 * Environments that a change reaches: those whose overlay it changes, and all of
 * them when it changes what every overlay may be rendered from.
 *
 * @param changed - paths that differ
 * @param all - environments before and after
 */
export function changedEnvironments(
  changed: readonly string[],
  all: readonly string[],
): string[] {
  const shared = changed.some(path => !overlay.test(path) && !aside.test(path));
  const names = [...environmentsOf(changed), ...(shared ? all : [])];
  return [...new Set(names)].sort();
}
