import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { PlanAnswer } from '@modelyard/plugin-model-delivery-common';
import { ActionOptions, callDelivery } from './callDelivery';
import { planExamples } from './examples';
import { logFindings } from './logFindings';
import { linkOutputs } from './outputs';
import { readPlace, placeOutputs } from './place';
import { readService, serviceSchema } from './serviceSchema';

async function writeFiles(root: string, plan: PlanAnswer): Promise<void> {
  const folders = new Map<string, string>();
  for (const path of new Set(plan.files.map(file => dirname(file.path)))) {
    const folder = resolveSafeChildPath(root, path);
    await mkdir(folder, { recursive: true });
    folders.set(path, folder);
  }
  await Promise.all(
    plan.files.map(({ path, content, mode }) =>
      writeFile(
        join(folders.get(dirname(path)) ?? root, basename(path)),
        content,
        { mode: mode === '100755' ? 0o755 : 0o644 },
      ),
    ),
  );
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
      input: {
        service: serviceSchema,
        writeFiles: z =>
          z
            .boolean()
            .optional()
            .describe(
              'Whether a later step needs the files in the workspace; true unless given. A dry run always writes them',
            ),
      },
      output: {
        digest: z => z.string().describe('Digest of the planned files'),
        files: z => z.array(z.string()).describe('Paths in the repository'),
        ...placeOutputs,
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
      const place = readPlace(service, plan, options.integrations);
      if (ctx.isDryRun || ctx.input.writeFiles !== false)
        await writeFiles(join(ctx.workspacePath, place.folder), plan);
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
      ctx.output('createOn', place.createOn);
      ctx.output('pullRequestOn', place.pullRequestOn);
      ctx.output('repoUrl', place.repoUrl);
      ctx.output('branchName', place.branchName);
      ctx.output('title', place.title);
      ctx.output('description', place.description);
      ctx.output('removed', place.removed);
    },
  });
}
