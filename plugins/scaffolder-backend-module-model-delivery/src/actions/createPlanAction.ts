import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { ScmIntegrationRegistry } from '@backstage/integration';
import {
  PlanAnswer,
  ServiceInput,
} from '@modelyard/plugin-model-delivery-common';
import { ActionOptions, callDelivery } from './callDelivery';
import { planExamples } from './examples';
import { logFindings } from './logFindings';
import { linkOutputs } from './outputs';
import { PublishTarget, publishTargetOf } from './publishTarget';
import { readService, serviceSchema } from './serviceSchema';

async function writeFiles(folder: string, plan: PlanAnswer): Promise<void> {
  for (const { path, content, mode } of plan.files) {
    const target = resolveSafeChildPath(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content, {
      mode: mode === '100755' ? 0o755 : 0o644,
    });
  }
}

/** Where the repository has to be made, when it lies elsewhere and is not there. */
function targetOf(
  { integrations }: PlanActionOptions,
  { repository: { url } }: ServiceInput,
  { findings }: PlanAnswer,
): PublishTarget | undefined {
  const isMissing = findings.some(f => f.field === '/repository/url');
  return url && isMissing ? publishTargetOf(url, integrations) : undefined;
}

/** What {@link createPlanAction} works with. */
export interface PlanActionOptions extends ActionOptions {
  integrations: ScmIntegrationRegistry;
}

/**
 * Action `model-delivery:plan`: renders the repository of a service into the
 * workspace, and writes nothing elsewhere. A dry run does the same.
 */
export function createPlanAction(options: PlanActionOptions) {
  return createTemplateAction({
    id: 'model-delivery:plan',
    description:
      'Plans the GitOps repository of an inference service and puts its files into the workspace',
    examples: planExamples,
    supportsDryRun: true,
    schema: {
      input: { service: serviceSchema },
      output: {
        digest: z => z.string().describe('Digest of the planned files'),
        files: z => z.array(z.string()).describe('Paths in the repository'),
        createOn: z =>
          z
            .string()
            .describe(
              'Kind of the server on which the repository has to be made first: github, gitlab, gitea, bitbucketServer or azure; empty otherwise',
            ),
        repoUrl: z =>
          z
            .string()
            .describe('The repository for the action publish:<createOn>'),
        ...linkOutputs,
      },
    },
    async handler(ctx) {
      const service = readService(ctx.input.service);
      // What a dry run shows is everything; what is pushed is what may be.
      const mode = ctx.isDryRun ? 'preview' : 'write';
      const plan = await callDelivery(options, ctx, request =>
        options.delivery.createPlan(service, { ...request, mode }),
      );
      await writeFiles(ctx.workspacePath, plan);
      logFindings(ctx.logger, plan.findings);
      ctx.logger.info(
        `Planned ${plan.files.length} files for ${plan.environments.join(', ')}`,
      );
      ctx.output('digest', plan.digest);
      ctx.output(
        'files',
        plan.files.map(file => file.path),
      );
      ctx.output('repositoryUrl', plan.repositoryUrl);
      ctx.output('cloneUrl', plan.cloneUrl);
      ctx.output('entityRef', plan.entityRef);
      ctx.output('environments', plan.environments);
      ctx.output('findings', plan.findings);
      const target = targetOf(options, service, plan);
      ctx.output('createOn', target?.host ?? '');
      ctx.output('repoUrl', target?.repoUrl ?? '');
    },
  });
}
