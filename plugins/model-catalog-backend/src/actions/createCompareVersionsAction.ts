import { z } from 'zod/v3';
import { ActionOptions, readOnlyAttributes } from './ActionOptions';
import { modelInput, thisModelInput, versionInput } from './inputs';
import { comparisonOutput } from './outputs';
import { shortenComparison } from './shortenAnswers';

const description = `
Tells what differs between two versions of one model, or of two models: each metric with its change (right − left) and which side is better where that is known, then the parameters, datasets and artifacts that differ, the licenses of the models, and which lines of the card were added or removed from left to right. What is the same on both sides is left out.

Put the older version, or the one in production, on the left. To compare with another model, give "rightModel". Versions come from list-versions.
`.trim();

const input = () =>
  z
    .object({
      model: thisModelInput(),
      left: versionInput(),
      right: versionInput(),
      rightModel: modelInput(
        'Ref of the model of the right version, when that is another one.',
      ).optional(),
    })
    .strict();

/** Tells what differs between two versions. */
export function createCompareVersionsAction(options: ActionOptions) {
  const { registry, service } = options;
  registry.register({
    name: 'compare-versions',
    title: 'Compare two versions',
    description,
    attributes: readOnlyAttributes,
    schema: { input, output: comparisonOutput },
    examples: [
      {
        title: 'What version 8 changes',
        input: { model: 'model:default/credit-risk', left: '7', right: '8' },
      },
    ],
    action: async ({
      input: { model, left, right, rightModel },
      credentials,
    }) => {
      const comparison = await service.compareVersions(
        { ref: model, version: left },
        { ref: rightModel ?? model, version: right },
        credentials,
      );
      return { output: shortenComparison(comparison) };
    },
  });
}
