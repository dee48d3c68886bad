import type { z as zodV3 } from 'zod/v3';

type Zod = typeof zodV3;

const finding = (z: Zod) =>
  z.object({
    severity: z.string(),
    field: z.string().optional(),
    check: z.string().optional(),
    message: z.string(),
  });

/** Outputs that both actions have. */
export const linkOutputs = {
  repositoryUrl: (z: Zod) => z.string().describe('Page of the service'),
  cloneUrl: (z: Zod) => z.string().describe('What `git clone` takes'),
  entityRef: (z: Zod) => z.string().describe('Component of the service'),
  environments: (z: Zod) =>
    z.array(z.string()).describe('Environments in the repository'),
  findings: (z: Zod) =>
    z.array(finding(z)).describe('What speaks for and against it'),
};
