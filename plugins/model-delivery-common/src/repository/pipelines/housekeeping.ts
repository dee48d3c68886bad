import { parseEntityRef } from '@backstage/catalog-model';
import { refsOf } from '../labels';
import { RepositoryFile, RepositoryModel } from '../types';

const gitleaks = `# Runs before a commit what the pipeline runs after it: pre-commit install.
repos:
  - repo: https://github.com/gitleaks/gitleaks
    rev: 83d9cd684c87d95d656c1458ef04895a7f1cbd8e # frozen: v8.30.1
    hooks:
      - id: gitleaks
  - repo: https://github.com/pre-commit/pre-commit-hooks
    rev: 3e8a8703264a2f4a69428a0aa4dcb512790b2c8c # frozen: v6.0.0
    hooks:
      - id: check-added-large-files
      - id: check-executables-have-shebangs
      - id: check-merge-conflict
      - id: check-yaml
        args: [--allow-multiple-documents]
      - id: detect-private-key
  - repo: local
    hooks:
`;

function localHook(id: string, title: string): string {
  return `      - id: ${id}
        name: ${title}
        entry: ci/${id}.sh
        language: script
        files: ^(base|overlays|policies|ci)/
        pass_filenames: false
`;
}

const hooks = [
  localHook('build', 'build every overlay'),
  localHook('schemas', 'check against strict schemas'),
];
const policiesHook = localHook('policies', 'check the policies');

const renovate = {
  $schema: 'https://docs.renovatebot.com/renovate-schema.json',
  extends: [
    'config:recommended',
    'helpers:pinGitHubActionDigests',
    'docker:pinDigests',
    ':enablePreCommit',
  ],
  // A version that has just come out may be one that is withdrawn.
  minimumReleaseAge: '7 days',
  automerge: false,
  customManagers: [
    {
      customType: 'regex',
      description: 'Tools of the pipeline',
      managerFilePatterns: ['/^ci/tools\\.sh$/'],
      matchStrings: [
        '# renovate: datasource=(?<datasource>\\S+) depName=(?<depName>\\S+)\\n\\w+=(?<currentValue>[^@\\s]+)(@(?<currentDigest>[0-9a-f]{64}))?\\n',
      ],
    },
    {
      customType: 'regex',
      description:
        'Images in manifests and patches; one without a tag is left alone, for nothing says which would follow it',
      managerFilePatterns: ['/^(base|overlays)/.+\\.yaml$/'],
      matchStrings: [
        '"?(?<depName>[a-z0-9][-a-z0-9.]*(:\\d+)?(/[a-z0-9._-]+)+):(?<currentValue>[\\w][\\w.-]*)@(?<currentDigest>sha256:[0-9a-f]{64})"?',
      ],
      datasourceTemplate: 'docker',
    },
  ],
  packageRules: [
    {
      description: 'One change for all that only the pipeline runs',
      matchFileNames: [
        'ci/tools.sh',
        '.github/workflows/**',
        '.gitlab-ci.yml',
        '.pre-commit-config.yaml',
      ],
      groupName: 'pipeline',
    },
    {
      description: 'An image is released to one environment at a time',
      matchFileNames: ['base/**', 'overlays/**'],
      additionalBranchPrefix: '{{packageFileDir}}/',
      commitMessageSuffix: '[{{packageFileDir}}]',
    },
  ],
};

/** What a check or a person leaves behind. */
export const ignoreFile: RepositoryFile = {
  path: '.gitignore',
  text: `/ci-output/
.terraform/
*.tfstate
*.tfstate.*
*.tfplan
`,
};

const renovateText = `${JSON.stringify(renovate, null, 2)}\n`;

/** Roots that the platform owns where it differs from the owner of the service. */
const platformPaths = [
  '/policies/',
  '/ci/',
  '/.github/',
  '/.gitlab-ci.yml',
  '/Jenkinsfile',
  '/CODEOWNERS',
];

/**
 * Who reviews: GitHub, GitLab and Gitea all read this file at the root. The last
 * line that matches a path counts.
 */
export function codeOwners(owner: string, platformOwner = owner): string {
  const lines = ['*', ...platformPaths].map(path =>
    path === '*' ? `${path} @${owner}` : `${path} @${platformOwner}`,
  );
  return `${lines.join('\n')}\n`;
}

/** Files that keep a repository in order whatever runs its pipeline. */
export function housekeepingFiles(
  repository: RepositoryModel,
  gatekeeper: boolean,
): RepositoryFile[] {
  const owner = parseEntityRef(refsOf(repository).owner).name;
  const local = gatekeeper ? [...hooks, policiesHook] : hooks;
  return [
    ignoreFile,
    {
      path: '.pre-commit-config.yaml',
      text: [gitleaks, ...local].join(''),
    },
    { path: 'CODEOWNERS', text: codeOwners(owner) },
    { path: 'renovate.json', text: renovateText },
  ];
}
