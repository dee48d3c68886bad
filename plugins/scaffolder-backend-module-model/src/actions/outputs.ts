import type { z as zodV3 } from 'zod/v3';

type Zod = typeof zodV3;

/** What the action tells the next steps. */
export const outputs = {
  files: (z: Zod) => z.array(z.string()).describe('Paths in the repository'),
  folder: (z: Zod) => z.string().describe('Folder of the model'),
  tier: (z: Zod) => z.string().describe('Proposed risk tier'),
  reasons: (z: Zod) => z.array(z.string()).describe('Why it is proposed'),
  findings: (z: Zod) =>
    z
      .array(
        z.object({
          severity: z.string(),
          field: z.string(),
          message: z.string(),
        }),
      )
      .describe('What there is to know about the registration'),
  branchName: (z: Zod) => z.string().describe('Branch of a pull request'),
  title: (z: Zod) => z.string().describe('What the change does'),
  description: (z: Zod) => z.string().describe('The change in Markdown'),
  pullRequestOn: (z: Zod) =>
    z
      .string()
      .describe(
        'Kind of the server on which a pull request can be opened: github, gitlab, bitbucketServer or bitbucketCloud; empty otherwise',
      ),
  repoUrl: (z: Zod) =>
    z.string().describe('The repository, for actions of that server'),
  patch: (z: Zod) =>
    z.string().describe('The change as `git am --3way` takes it'),
};
