import { readFile } from 'node:fs/promises';
import {
  packJsonSchema,
  PackPreview,
  readPack,
} from '@modelyard/plugin-model-scorecard-common';
import { Command } from 'commander';
import { OutcomeError } from '../OutcomeError';
import { CommandContext, openSession } from '../Session';
import { UsageError } from '../UsageError';

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => {
    throw new UsageError(`${file} can't be read`);
  });
}

function isFixture({ path }: { path: string }): boolean {
  return path.startsWith('/fixtures/');
}

function formatPreview(preview: PackPreview): string {
  const { pack, against, versions, environments, items } = preview;
  const head = `${pack.id} ${pack.version} against ${against.id} ${against.version}, over ${versions} versions\n`;
  const sums = environments.map(
    ({ name, closes, opens, changes }) =>
      `  ${closes} ${name} versions would close, ${opens} would open, ${changes} change\n`,
  );
  const rows = items.map(
    ({ subject, environment, gate, changes }) =>
      `\n${subject.ref} ${subject.version} in ${environment}: ${gate.from === gate.to ? `stays ${gate.to}` : `${gate.from} → ${gate.to}`}\n${changes.map(({ check, from, to }) => `  ${check}: ${from ?? 'not there'} → ${to ?? 'gone'}\n`).join('')}`,
  );
  return head + sums.join('') + rows.join('');
}

/** `modelyard pack` */
export function addPackCommand(program: Command, context: CommandContext) {
  const { output } = context;
  const pack = program
    .command('pack')
    .description('Check packs: lint, test, and see what a change would do');

  const say = async (
    file: string,
    found: { path: string; line?: number; message: string }[],
    severity: string,
  ) => {
    for (const { path, line, message } of found)
      await output.text(
        `${file}:${line ?? 1}: ${severity} ${path || '/'} ${message}\n`,
      );
  };

  pack
    .command('lint')
    .description('Look for what is wrong with a pack, or doubtful')
    .argument('<file>', 'check pack in YAML')
    .action(async (file: string) => {
      const { problems, warnings } = readPack(await textOf(file));
      const own = problems.filter(problem => !isFixture(problem));
      await say(file, own, 'error');
      await say(file, warnings, 'warning');
      if (own.length)
        throw new OutcomeError(`${own.length} problems in ${file}`, 3);
      await output.note(`${file}: no problem, ${warnings.length} warnings`);
    });

  pack
    .command('test')
    .description('Run the fixtures of a pack')
    .argument('<file>', 'check pack in YAML')
    .action(async (file: string) => {
      const { pack: read, problems } = readPack(await textOf(file));
      await say(file, problems, 'error');
      if (!read)
        throw new OutcomeError(`${file} does not hold its own fixtures`, 3);
      await output.text(
        `${read.id} ${read.version}: ${read.fixtures.length} fixtures hold, ${read.checks.length} checks, ${read.digest}\n`,
      );
    });

  pack
    .command('diff')
    .description('What a pack would do to every version, before it is merged')
    .argument('<file>', 'check pack in YAML')
    .option('--limit <number>', 'most versions to name', '500')
    .option(
      '--fail-on-close <environment>',
      'exit with 3 when a gate would close',
    )
    .action(
      async (
        file: string,
        options: { limit: string; failOnClose?: string },
        self: Command,
      ) => {
        const session = openSession(self, context);
        const preview = await session.scorecards.previewPack(
          await textOf(file),
          Number(options.limit),
        );
        if (session.json) await output.json(preview);
        else await output.text(formatPreview(preview));
        const closes = preview.environments.find(
          ({ name }) => name === options.failOnClose,
        )?.closes;
        if (closes)
          throw new OutcomeError(
            `${closes} versions of ${options.failOnClose} would close`,
            3,
          );
      },
    );

  pack
    .command('schema')
    .description('Print the JSON schema of check packs, for editors')
    .action(async () => output.json(packJsonSchema()));
}
