import { Comparison } from '@modelyard/plugin-model-catalog-common';
import { Command } from 'commander';
import { readModelRef, readVersionAddress } from '../input/modelRef';
import { formatComparison } from '../output/formatComparison';
import { CommandContext, openSession } from '../Session';

/** `modelyard compare` */
export function addCompareCommand(program: Command, context: CommandContext) {
  program
    .command('compare')
    .description('Show what differs between two versions')
    .argument('<model>', 'such as credit-risk or model:default/credit-risk')
    .argument('<left>', 'version, or other-model@version')
    .argument('<right>', 'version, or other-model@version')
    .action(
      async (
        model: string,
        leftText: string,
        rightText: string,
        _options: object,
        self: Command,
      ) => {
        const ref = readModelRef(model);
        const left = readVersionAddress(leftText, ref);
        const right = readVersionAddress(rightText, ref);
        const { models, output, json } = openSession(self, context);
        const comparison: Comparison = await models.compareVersions(
          left.model,
          {
            left: left.version,
            right: right.version,
            ...(right.model !== left.model && { rightModel: right.model }),
          },
        );
        if (json) await output.json(comparison);
        else await output.text(formatComparison(comparison, { left, right }));
      },
    );
}
