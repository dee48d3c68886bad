const folders = /^(base|overlays|policies|argocd|flux|ci|terraform)\//;

/** Files of the hosts' pipelines: at most one of them is planned. */
const pipelines = [
  '.github/workflows/ci.yaml',
  '.gitlab-ci.yml',
  'Jenkinsfile',
];

/**
 * Whether an earlier plan may have written a file that has to go when the plan
 * of today does not write it: it follows from plans alone, and belongs to no
 * environment that stays as it is.
 *
 * @param retained - folders as a plan names them (`overlays/prod/`)
 *
 * @public
 */
export function isOutdatedPath(
  path: string,
  retained: readonly string[],
): boolean {
  if (!folders.test(path) && !pipelines.includes(path)) return false;
  return !retained.some(folder => {
    const environment = folder.split('/')[1];
    return (
      path.startsWith(folder) ||
      path === `terraform/environments/${environment}.tfvars`
    );
  });
}
