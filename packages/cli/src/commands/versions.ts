import {
  ListVersionsQuery,
  VersionRow,
} from '@modelyard/plugin-model-catalog-common';
import { Command, Option } from 'commander';
import { readModelRef } from '../input/modelRef';
import { pagingOptions } from '../input/pagingOptions';
import { formatDigest, formatNumber, formatTime } from '../output/formatValue';
import { PagingOptions, printPages } from '../output/printPages';
import { Column } from '../output/Table';
import { CommandContext, openSession } from '../Session';

const mostMetrics = 4;

const columns: Column<VersionRow>[] = [
  { title: 'VERSION', value: row => row.version },
  { title: 'CREATED (UTC)', value: row => formatTime(row.createdAt) },
  { title: 'BY', value: row => row.createdBy },
  { title: 'STATUS', value: row => row.status },
  { title: 'STAGE', value: row => row.stage },
  { title: 'ALIASES', value: row => row.aliases.join(',') },
  { title: 'DIGEST', value: row => formatDigest(row.digest) },
  { title: 'OF', value: row => row.digestKind },
  { title: 'CONFLICT (UTC)', value: row => formatTime(row.conflict?.at) },
  { title: 'GONE (UTC)', value: row => formatTime(row.tombstone?.at) },
];

/** The metrics that come first, one column each. */
function metricColumns(rows: VersionRow[]): Column<VersionRow>[] {
  const names = new Set(
    rows.flatMap(({ metrics }) => metrics.map(({ name }) => name)),
  );
  return [...names].slice(0, mostMetrics).map(name => ({
    title: name,
    align: 'right' as const,
    value: ({ metrics }) =>
      formatNumber(metrics.find(metric => metric.name === name)?.value),
  }));
}

/** `modelyard versions` */
export function addVersionsCommand(program: Command, context: CommandContext) {
  const command = program
    .command('versions')
    .description('List the versions of a model, newest first')
    .argument('<model>', 'such as credit-risk or model:default/credit-risk')
    .addOption(
      new Option('--sort <order>', '"-" turns it round').choices([
        'createdAt',
        '-createdAt',
      ]),
    );
  for (const option of pagingOptions()) command.addOption(option);
  command.action(
    async (
      model: string,
      {
        all,
        limit,
        ...query
      }: Omit<ListVersionsQuery, 'cursor'> & PagingOptions,
      self: Command,
    ) => {
      const ref = readModelRef(model);
      const session = openSession(self, context);
      await printPages<VersionRow>({
        session,
        paging: { all, limit },
        columns: rows => [...columns, ...metricColumns(rows)],
        read: page => session.models.listVersions(ref, { ...query, ...page }),
      });
    },
  );
}
