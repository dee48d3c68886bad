import {
  ListModelsQuery,
  ModelRow,
} from '@modelyard/plugin-model-catalog-common';
import { Command, Option } from 'commander';
import { pagingOptions } from '../input/pagingOptions';
import { formatModel, formatTime } from '../output/formatValue';
import { PagingOptions, printPages } from '../output/printPages';
import { Column } from '../output/Table';
import { CommandContext, openSession } from '../Session';

const sorts: NonNullable<ListModelsQuery['sort']>[] = [
  'name',
  '-name',
  'owner',
  '-owner',
  'task',
  '-task',
  'tier',
  '-tier',
  'latest',
  '-latest',
];

const columns: Column<ModelRow>[] = [
  { title: 'MODEL', value: row => formatModel(row.ref) },
  { title: 'TITLE', value: row => row.title },
  { title: 'OWNER', value: row => row.owner },
  { title: 'TASK', value: row => row.task },
  { title: 'TIER', value: row => row.riskTier },
  { title: 'LIFECYCLE', value: row => row.lifecycle },
  { title: 'LICENSE', value: row => row.license },
  { title: 'LATEST', value: row => row.latestVersion?.version },
  {
    title: 'CREATED (UTC)',
    value: row => formatTime(row.latestVersion?.createdAt),
  },
  { title: 'VERSIONS', align: 'right', value: row => row.versionCount },
  {
    title: 'ALIASES',
    value: row =>
      Object.entries(row.aliases)
        .map(([alias, version]) => `${alias}=${version}`)
        .join(','),
  },
  { title: 'SOURCE', value: row => row.source.id },
  { title: 'STATE', value: row => row.source.state },
  { title: 'GONE (UTC)', value: row => formatTime(row.tombstone?.at) },
];

/** `modelyard models` */
export function addModelsCommand(program: Command, context: CommandContext) {
  const command = program
    .command('models')
    .description('List the models that you may read')
    .option('--q <words>', 'words in name, title or description')
    .option('--source <id>', 'read from this source')
    .option('--owner <ref>', 'such as group:default/risk-ml; none for no owner')
    .option('--task <task>', 'such as tabular-classification')
    .option('--tier <tier>', 'proposed risk tier')
    .option('--lifecycle <lifecycle>', 'such as production')
    .option('--license <expression>', 'SPDX expression')
    .option('--alias <alias>', 'on which this alias is set')
    .addOption(
      new Option('--freshness <state>', "state of the model's source").choices([
        'fresh',
        'stale',
        'failed',
      ]),
    )
    .option('--removed', 'also those that vanished from their source')
    .addOption(
      new Option('--sort <order>', '"-" turns it round').choices(sorts),
    );
  for (const option of pagingOptions()) command.addOption(option);
  command.action(
    async (
      { all, limit, ...query }: Omit<ListModelsQuery, 'cursor'> & PagingOptions,
      self: Command,
    ) => {
      const session = openSession(self, context);
      await printPages<ModelRow>({
        session,
        paging: { all, limit },
        columns: () => columns,
        read: page => session.models.listModels({ ...query, ...page }),
      });
    },
  );
}
