import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { PlanAnswer } from '@modelyard/plugin-model-delivery-common';
import { ActionOptions, callDelivery } from './callDelivery';
import { planExamples } from './examples';
import { logFindings } from './logFindings';
import { linkOutputs } from './outputs';
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

/**
 * Action `model-delivery:plan`: renders the repository of a service into the
 * workspace, and writes nothing elsewhere. A dry run does the same.
 */
export function createPlanAction(options: ActionOptions) {
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
        ...linkOutputs,
      },
    },
    async handler(ctx) {
      const service = readService(ctx.input.service);
      const plan = await callDelivery(options, ctx, request =>
        options.delivery.createPlan(service, request),
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
    },
  });
}
