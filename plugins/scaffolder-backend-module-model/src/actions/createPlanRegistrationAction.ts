import { LoggerService } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { RegistrationFinding } from '@modelyard/plugin-model-catalog-common';
import { describeChange } from './describeChange';
import { examples } from './examples';
import { readPlan, registrationInput } from './registrationInput';
import { writeFiles } from './writeFiles';

function logFindings(logger: LoggerService, findings: RegistrationFinding[]) {
  for (const { severity, field, message } of findings) {
    const text = `${field}: ${message}`;
    if (severity === 'info') logger.info(text);
    else logger.warn(text);
  }
}

/**
 * Action `model:plan-registration`: writes the files of a new model into the
 * workspace, and nothing elsewhere. A dry run does the same, and so does a task
 * that is run again.
 */
export function createPlanRegistrationAction() {
  return createTemplateAction({
    id: 'model:plan-registration',
    description:
      'Plans the registration of a model and puts its files into the workspace',
    examples,
    supportsDryRun: true,
    schema: {
      input: { registration: registrationInput },
      output: {
        files: z => z.array(z.string()).describe('Paths in the repository'),
        folder: z => z.string().describe('Folder of the model'),
        tier: z => z.string().describe('Proposed risk tier'),
        reasons: z => z.array(z.string()).describe('Why it is proposed'),
        findings: z =>
          z
            .array(
              z.object({
                severity: z.string(),
                field: z.string(),
                message: z.string(),
              }),
            )
            .describe('What there is to know about the registration'),
        branchName: z => z.string().describe('Branch of a pull request'),
        title: z => z.string().describe('What the change does'),
        description: z => z.string().describe('The change in Markdown'),
        patch: z =>
          z.string().describe('The change as `git am --3way` takes it'),
      },
    },
    async handler(ctx) {
      const plan = readPlan(ctx.input.registration);
      const { name } = ctx.input.registration;
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
      ctx.output('patch', change.patch);
    },
  });
}
