import {
  CostSummaryGroupBy,
  ModelCostGroupBy,
} from '@modelyard/plugin-model-cost-common';
import { Command, Option } from 'commander';
import { readModelRef } from '../input/modelRef';
import { wholeNumber } from '../input/parsers';
import {
  formatCost,
  formatSummary,
  formatTrust,
  formatUnits,
  formatUnlabelled,
} from '../output/formatCost';
import { CommandContext, openSession, Session } from '../Session';
import { UsageError } from '../UsageError';

const ofModel: ModelCostGroupBy[] = [
  'version',
  'environment',
  'service',
  'tenant',
  'owner',
  'cost-center',
  'activity',
  'component',
  'none',
];
const ofEstate: CostSummaryGroupBy[] = [
  'model',
  'version',
  'owner',
  'service',
  'environment',
  'tenant',
  'cost-center',
];
const ofUnits = [
  'none',
  'version',
  'environment',
  'service',
  'tenant',
] as const;

interface CostOptions {
  from?: string;
  to?: string;
  by?: string;
  units?: boolean;
  unlabelled?: boolean;
  limit: number;
}

/** One of the groupings, or the usage error that names them. */
function readGrouping<T extends string>(
  text: string | undefined,
  known: readonly T[],
): T | undefined {
  if (text === undefined) return undefined;
  const found = known.find(name => name === text);
  if (found) return found;
  throw new UsageError(`--by takes one of ${known.join(', ')} here.`);
}

async function showUnlabelled(session: Session, options: CostOptions) {
  const { costs, output, json } = session;
  const { from, to, limit } = options;
  const page = await costs.listUnlabelled({ from, to, limit });
  if (json) return output.json(page);
  if (!page.items.length)
    return output.note('Everything that cost something carries a model.');
  await output.text(formatUnlabelled(page.items, page.currency));
  if (page.nextCursor)
    await output.note(`${page.totalItems} in all; --limit shows more.`);
  return undefined;
}

async function showSummary(session: Session, options: CostOptions) {
  const { costs, output, json } = session;
  const { from, to } = options;
  const groupBy = readGrouping(options.by, ofEstate);
  const summary = await costs.getSummary({ from, to, groupBy });
  if (json) return output.json(summary);
  await output.text(formatSummary(summary));
  const { coverage, freshness, state } = summary;
  return output.note(formatTrust(freshness, state, coverage?.attributed));
}

async function showUnits(session: Session, ref: string, options: CostOptions) {
  const { costs, output, json } = session;
  const { from, to } = options;
  const groupBy = readGrouping(options.by, ofUnits);
  const units = await costs.getUnitCosts(ref, { from, to, groupBy });
  if (json) return output.json(units);
  if (!units.groups.length)
    return output.note('Nothing of this model served requests in that span.');
  return output.text(formatUnits(units));
}

async function showCost(session: Session, ref: string, options: CostOptions) {
  const { costs, output, json } = session;
  const { from, to } = options;
  const groupBy = readGrouping(options.by, ofModel);
  const cost = await costs.getModelCost(ref, { from, to, groupBy });
  if (json) return output.json(cost);
  if (cost.groups.length) await output.text(formatCost(cost));
  else await output.note('Nothing of this model ran in that span.');
  const { coverage, freshness, state } = cost;
  return output.note(formatTrust(freshness, state, coverage?.attributed));
}

/** `modelyard cost` */
export function addCostCommand(program: Command, context: CommandContext) {
  program
    .command('cost')
    .description('Show what a model costs, or all of them')
    .argument('[model]', 'such as credit-risk; the whole estate without one')
    .option('--from <day>', 'first day in UTC, such as 2026-10-01')
    .option('--to <day>', 'last day in UTC, included; default yesterday')
    .option('--by <dimension>', 'version, owner, environment, tenant, …')
    .option('--units', 'cost per 1,000 requests and per million tokens')
    .option('--unlabelled', 'workloads that no model can be told for')
    .addOption(
      new Option('--limit <rows>', 'of --unlabelled')
        .argParser(wholeNumber(1, 200))
        .default(50),
    )
    .action(
      async (
        model: string | undefined,
        options: CostOptions,
        self: Command,
      ) => {
        const session = openSession(self, context);
        if (options.unlabelled) {
          if (model !== undefined)
            throw new UsageError('--unlabelled takes no model.');
          return showUnlabelled(session, options);
        }
        if (model === undefined) {
          if (options.units) throw new UsageError('--units needs a model.');
          return showSummary(session, options);
        }
        const ref = readModelRef(model);
        return options.units
          ? showUnits(session, ref, options)
          : showCost(session, ref, options);
      },
    );
}
