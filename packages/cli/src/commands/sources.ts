import { ModelSource } from '@modelyard/plugin-model-catalog-common';
import { Command } from 'commander';
import { formatTime } from '../output/formatValue';
import { Column, Table } from '../output/Table';
import { CommandContext, openSession } from '../Session';

function formatNextRun({ isRunning, nextRunAt }: ModelSource) {
  return isRunning ? 'running now' : formatTime(nextRunAt);
}

function formatHeld({ heldRemovals }: ModelSource) {
  return (
    heldRemovals &&
    `${heldRemovals.models} models, ${heldRemovals.versions} versions`
  );
}

const columns: Column<ModelSource>[] = [
  { title: 'SOURCE', value: row => row.id },
  { title: 'TYPE', value: row => row.type },
  { title: 'STATE', value: row => row.state },
  { title: 'LAST SUCCESS (UTC)', value: row => formatTime(row.lastSuccessAt) },
  { title: 'NEXT RUN (UTC)', value: formatNextRun },
  { title: 'MODELS', align: 'right', value: row => row.counts.models },
  { title: 'VERSIONS', align: 'right', value: row => row.counts.versions },
  { title: 'GONE', align: 'right', value: row => row.counts.tombstones },
  { title: 'CONFLICTS', align: 'right', value: row => row.counts.conflicts },
  { title: 'PROBLEMS', align: 'right', value: row => row.problems?.length },
  { title: 'HELD REMOVALS', value: formatHeld },
  { title: 'LAST ERROR (UTC)', value: row => formatTime(row.lastError?.at) },
  { title: 'MESSAGE', value: row => row.lastError?.message },
];

/** `modelyard sources` */
export function addSourcesCommand(program: Command, context: CommandContext) {
  program
    .command('sources')
    .description('Show how fresh and healthy each source of models is')
    .action(async (_options: object, self: Command) => {
      const { models, output, json } = openSession(self, context);
      const sources = await models.listSources();
      if (json) await output.json(sources);
      else if (sources.items.length === 0)
        await output.note('No source is configured.');
      else await output.text(Table.create({ columns }).format(sources.items));
    });
}
