import { LoggerService } from '@backstage/backend-plugin-api';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { RegistrationFinding } from '@modelyard/plugin-model-catalog-common';
import { repositoryToChange } from '@modelyard/plugin-model-catalog-node';
import { describeChange } from './describeChange';
import { examples } from './examples';
import { outputs } from './outputs';
import { readPlan, registrationInput } from './registrationInput';
import { writeFiles } from './writeFiles';

function logFindings(logger: LoggerService, findings: RegistrationFinding[]) {
  for (const { severity, field, message } of findings) {
    const text = `${field}: ${message}`;
    if (severity === 'info') logger.info(text);
    else logger.warn(text);
  }
}

/** What {@link createPlanRegistrationAction} works with. */
export interface PlanRegistrationActionOptions {
  integrations: ScmIntegrationRegistry;
}

/**
 * Action `model:plan-registration`: writes the files of a new model into the
 * workspace, and nothing elsewhere. A dry run does the same, and so does a task
 * that is run again.
 */
export function createPlanRegistrationAction({
  integrations,
}: PlanRegistrationActionOptions) {
  return createTemplateAction({
    id: 'model:plan-registration',
    description:
      'Plans the registration of a model and puts its files into the workspace',
    examples,
    supportsDryRun: true,
    schema: {
      input: { registration: registrationInput },
      output: outputs,
    },
    async handler(ctx) {
      const plan = readPlan(ctx.input.registration);
      const { name, repository } = ctx.input.registration;
      await writeFiles(ctx.workspacePath, plan.files);
      logFindings(ctx.logger, plan.findings);
      const change = describeChange(
        name.trim(),
        plan,
        ctx.user?.ref ?? 'modelyard',
      );
      ctx.logger.info(
        `Planned ${plan.files.length} files; proposed tier: ${plan.tier.proposed}`,
      );
      ctx.output(
        'files',
        plan.files.map(({ path }) => path),
      );
      ctx.output('folder', plan.folder);
      ctx.output('tier', plan.tier.proposed);
      ctx.output('reasons', plan.tier.reasons);
      ctx.output('findings', plan.findings);
      ctx.output('branchName', change.branchName);
      ctx.output('title', change.title);
      ctx.output('description', change.description);
      const hosted =
        repository?.url && repositoryToChange(repository.url, integrations);
      ctx.output('pullRequestOn', hosted ? hosted.host : '');
      ctx.output('repoUrl', hosted ? hosted.repoUrl : '');
      ctx.output('patch', change.patch);
    },
  });
}
