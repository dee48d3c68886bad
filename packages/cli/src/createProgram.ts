import { Command, Option } from 'commander';
import { version } from '../package.json';
import { addCompareCommand } from './commands/compare';
import { addCostCommand } from './commands/cost';
import { addEvidenceCommand } from './commands/evidence';
import { addGateCommand } from './commands/gate';
import { addMlBomCommand } from './commands/mlBom';
import { addModelsCommand } from './commands/models';
import { addPackCommand } from './commands/pack';
import { addPlanCommand, addRenderCommand } from './commands/plan';
import { addSourcesCommand } from './commands/sources';
import { addVersionsCommand } from './commands/versions';
import { wholeNumber } from './input/parsers';
import { CommandContext } from './Session';

const environment = `
Environment:
  MODELYARD_URL    address of the portal's backend
  MODELYARD_TOKEN  token, sent as bearer. There is no option for it: everybody on
                   the machine sees the command line in the list of processes.

Exit code: 0 done, 1 refused, not there or not reached, 2 wrong usage, 3 the
answer is no (a closed gate, evidence that proves nothing, a pack that does not
hold, a service that can't be planned), 4 a signature or statement that can't be trusted.
`;

/** The command with its subcommands; ends by throwing, never the process. */
export function createProgram(context: CommandContext): Command {
  const program = new Command('modelyard')
    .description('Modelyard from the command line')
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: text => context.output.say('stdout', text),
      writeErr: text => context.output.say('stderr', text),
    })
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('--help shows how it is used.')
    .option('--url <url>', 'address of the portal’s backend (MODELYARD_URL)')
    .option('--token-file <file>', 'file that holds the token')
    .option('--json', 'print the answer of the portal as JSON')
    .addOption(
      new Option('--timeout <seconds>', 'for each answer of the portal')
        .argParser(wholeNumber(1, 3600))
        .default(30),
    )
    .addHelpText('after', environment);
  addModelsCommand(program, context);
  addVersionsCommand(program, context);
  addCompareCommand(program, context);
  addMlBomCommand(program, context);
  addSourcesCommand(program, context);
  addCostCommand(program, context);
  addEvidenceCommand(program, context);
  addGateCommand(program, context);
  addPackCommand(program, context);
  addPlanCommand(program, context);
  addRenderCommand(program, context);
  return program;
}
