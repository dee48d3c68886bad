import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  Delivery,
  PlanAnswer,
  ServiceInput,
} from '@modelyard/plugin-model-delivery-common';
import { ActionOptions, callDelivery, Initiator } from './callDelivery';
import { publishExamples } from './examples';
import { logFindings } from './logFindings';
import { linkOutputs } from './outputs';
import { readService, serviceSchema } from './serviceSchema';

type Published = Pick<
  Delivery & PlanAnswer,
  'repositoryUrl' | 'cloneUrl' | 'entityRef' | 'environments' | 'findings'
> &
  Partial<Pick<Delivery, 'commit' | 'awaitsMerge'>>;

function pick(answer: Published): Published {
  const { repositoryUrl, cloneUrl, entityRef, environments } = answer;
  const { findings, commit, awaitsMerge } = answer;
  return {
    repositoryUrl,
    cloneUrl,
    entityRef,
    environments,
    findings,
    ...(commit !== undefined && { commit }),
    ...(awaitsMerge && { awaitsMerge }),
  };
}

async function preview(
  options: ActionOptions,
  initiator: Initiator,
  service: ServiceInput,
): Promise<Published> {
  const plan = await callDelivery(options, initiator, request =>
    options.delivery.createPlan(service, request),
  );
  return pick(plan);
}

async function deliver(
  options: ActionOptions,
  initiator: Initiator,
  service: ServiceInput,
): Promise<Published> {
  const delivery = await callDelivery(options, initiator, request =>
    options.delivery.deliverService(service, request),
  );
  return pick(delivery);
}

function verb(isDryRun: boolean | undefined, { awaitsMerge }: Published) {
  if (isDryRun) return 'Would write';
  return awaitsMerge ? 'Waits for the pull request of' : 'Wrote';
}

/**
 * Action `model-delivery:publish`: writes the environments whose gate is open
 * to the service's repository. A task that is run again changes nothing that
 * is already so; a dry run only plans.
 */
export function createPublishAction(options: ActionOptions) {
  return createTemplateAction({
    id: 'model-delivery:publish',
    description:
      'Writes an inference service to its GitOps repository, leaving out environments whose gate is closed',
    examples: publishExamples,
    supportsDryRun: true,
    schema: {
      input: { service: serviceSchema },
      output: {
        commit: z => z.string().optional().describe('Head of the repository'),
        awaitsMerge: z =>
          z.boolean().describe('A pull request brings it, not this action'),
        ...linkOutputs,
      },
    },
    async handler(ctx) {
      const service = readService(ctx.input.service);
      const published = ctx.isDryRun
        ? await preview(options, ctx, service)
        : await ctx.checkpoint({
            key: `model-delivery.publish.${service.name}`,
            fn: () => deliver(options, ctx, service),
          });
      logFindings(ctx.logger, published.findings);
      ctx.logger.info(
        `${verb(ctx.isDryRun, published)} ${service.name} for ${published.environments.join(', ')}`,
      );
      ctx.output('awaitsMerge', published.awaitsMerge ?? false);
      if (published.commit) ctx.output('commit', published.commit);
      ctx.output('repositoryUrl', published.repositoryUrl);
      ctx.output('cloneUrl', published.cloneUrl);
      ctx.output('entityRef', published.entityRef);
      ctx.output('environments', published.environments);
      ctx.output('findings', published.findings);
    },
  });
}
