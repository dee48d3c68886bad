const folders = /^(base|overlays|policies|argocd|flux|ci|terraform)\//;

/** Files of the hosts' pipelines: at most one of them is planned. */
const pipelines = [
  '.github/workflows/ci.yaml',
  '.gitlab-ci.yml',
  'Jenkinsfile',
];

/**
 * Whether a file of a repository follows from the plan alone, so that one that
 * an earlier plan wrote and this one does not has to go.
 *
 * @public
 */
export function isPlannedPath(path: string): boolean {
  return folders.test(path) || pipelines.includes(path);
}
