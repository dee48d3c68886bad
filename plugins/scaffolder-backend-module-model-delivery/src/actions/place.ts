import { ScmIntegrationRegistry } from '@backstage/integration';
import {
  repositoryToChange,
  repositoryToCreate,
} from '@modelyard/plugin-model-catalog-node';
import {
  PlanAnswer,
  ServiceInput,
} from '@modelyard/plugin-model-delivery-common';
import type { z as zodV3 } from 'zod/v3';

type Zod = typeof zodV3;

/** Outputs that tell the steps of a template where the files go. */
export const placeOutputs = {
  createOn: (z: Zod) =>
    z
      .string()
      .describe(
        'Kind of the server on which the repository has to be made first: github, gitlab, gitea, bitbucketServer, bitbucketCloud or azure; empty otherwise',
      ),
  pullRequestOn: (z: Zod) =>
    z
      .string()
      .describe(
        'Kind of the server on which a pull request is wanted: github, gitlab, bitbucketServer or bitbucketCloud; empty otherwise, and when nothing would change',
      ),
  repoUrl: (z: Zod) =>
    z.string().describe('The repository, for actions of that server'),
  branchName: (z: Zod) => z.string().describe('Branch of the pull request'),
  title: (z: Zod) => z.string().describe('What the change does'),
  description: (z: Zod) => z.string().describe('The change in Markdown'),
  removed: (z: Zod) =>
    z
      .array(z.string())
      .describe('Paths in the repository that the change removes'),
};

/** Where the files of a plan go, and how they get there. */
export interface Place {
  /** Folder of the repository that the plan is for; empty for the root. */
  folder: string;
  createOn: string;
  pullRequestOn: string;
  repoUrl: string;
  branchName: string;
  title: string;
  description: string;
  removed: string[];
}

function describe({ changes, digest, environments }: PlanAnswer): string {
  const count = (kind: string) =>
    changes.filter(({ change }) => change === kind).length;
  return [
    `Adds ${count('added')} files, changes ${count('changed')}, removes ${count('removed')}.`,
    `Environments: ${environments.join(', ') || 'none'}.`,
    `Plan: \`${digest}\`.`,
  ].join('\n');
}

/** Tells from an input and its plan where the files go. */
export function readPlace(
  service: ServiceInput,
  plan: PlanAnswer,
  integrations: ScmIntegrationRegistry,
): Place {
  const { url = '', path: folder = '', project, change } = service.repository;
  const isMissing = plan.findings.some(f => f.field === '/repository/url');
  const isWanted = change === 'pull-request' && plan.changes.length > 0;
  const creates =
    url && isMissing
      ? repositoryToCreate(url, integrations, { project })
      : undefined;
  const changes =
    url && isWanted ? repositoryToChange(url, integrations) : undefined;
  const digest = plan.digest.replace('sha256:', '').slice(0, 12);
  return {
    folder,
    createOn: creates?.host ?? '',
    pullRequestOn: changes?.host ?? '',
    repoUrl: creates?.repoUrl ?? changes?.repoUrl ?? '',
    // The same plan has the same branch, however often a task is run.
    branchName: `modelyard/${service.name}-${digest}`,
    title: `${service.name}: ${service.model.ref} ${service.model.version} in ${plan.environments.join(', ')}`,
    description: describe(plan),
    removed: plan.changes
      .filter(({ change: kind }) => kind === 'removed')
      .map(({ path }) => (folder ? `${folder}/${path}` : path)),
  };
}
