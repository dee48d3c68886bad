import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { readModelRef } from '../input/modelRef';
import { CommandContext, openSession } from '../Session';

/** `modelyard ml-bom` */
export function addMlBomCommand(program: Command, context: CommandContext) {
  program
    .command('ml-bom')
    .description('Write the bill of materials of a version, CycloneDX 1.6 JSON')
    .argument('<model>', 'such as credit-risk or model:default/credit-risk')
    .argument('<version>', 'name of the version, not an alias')
    .option('--output <file>', 'write it to this file instead of stdout')
    .action(
      async (
        model: string,
        version: string,
        { output: file }: { output?: string },
        self: Command,
      ) => {
        const ref = readModelRef(model);
        const { models, output } = openSession(self, context);
        const bom = await models.getMlBom(ref, version);
        if (file === undefined) {
          await output.json(bom);
          return;
        }
        await writeFile(file, `${JSON.stringify(bom, null, 2)}\n`);
        await output.note(`Wrote ${file}`);
      },
    );
}
