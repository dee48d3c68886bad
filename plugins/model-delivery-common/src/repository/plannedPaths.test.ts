import { isOutdatedPath } from './plannedPaths';

describe('isOutdatedPath', () => {
  it.each([
    'overlays/dev/job-1a2b3c4d.yaml',
    'argocd/appproject.yaml',
    'terraform/environments/dev.tfvars',
    'Jenkinsfile',
    '.github/workflows/ci.yaml',
  ])('gives up %s', path => {
    expect(isOutdatedPath(path, ['overlays/prod/'])).toBe(true);
  });

  it.each([
    'overlays/prod/kustomization.yaml',
    'terraform/environments/prod.tfvars',
    'docs/index.md',
    '.github/workflows/own.yaml',
    'README.md',
  ])('keeps %s', path => {
    expect(isOutdatedPath(path, ['overlays/prod/'])).toBe(false);
  });
});
