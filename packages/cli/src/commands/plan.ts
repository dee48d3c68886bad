import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { ResponseError } from '@backstage/errors';
import { PlanAnswer } from '@modelyard/plugin-model-delivery-common';
import { Command } from 'commander';
import { z } from 'zod';
import { readServiceFile } from '../input/readServiceFile';
import { OutcomeError } from '../OutcomeError';
import { formatPlan } from '../output/formatPlan';
import { CommandContext, openSession, Session } from '../Session';
import { UsageError } from '../UsageError';

const fileHelp = 'service input, YAML or JSON; - for stdin';

const refusalSchema = z.object({
  error: z.object({
    fields: z.array(z.object({ path: z.string(), message: z.string() })),
  }),
});

/** Fields that a refusal names. */
function fieldsOf(error: unknown) {
  if (!(error instanceof ResponseError) || error.statusCode !== 400) return [];
  const parsed = refusalSchema.safeParse(error.body);
  return parsed.success ? parsed.data.error.fields : [];
}

/** @throws OutcomeError when the portal refuses the input, field by field */
async function askPlan(file: string, session: Session): Promise<PlanAnswer> {
  const input = await readServiceFile(file);
  try {
    return await session.delivery.createPlan(input);
  } catch (error) {
    const fields = fieldsOf(error);
    if (!fields.length) throw error;
    if (session.json) await session.output.json({ fields });
    for (const { path, message } of fields)
      await session.output.note(`${path || '/'}: ${message}`);
    throw new OutcomeError(
      `${file} can't be planned: ${fields.length} of its fields ${fields.length > 1 ? 'are' : 'is'} wrong`,
      3,
    );
  }
}

/** `modelyard plan` */
export function addPlanCommand(program: Command, context: CommandContext) {
  program
    .command('plan')
    .description(
      'Show what the repository of a service would be: what changes, what speaks against it, what it costs',
    )
    .argument('<file>', fileHelp)
    .action(async (file: string, _options: object, self: Command) => {
      const session = openSession(self, context);
      const plan = await askPlan(file, session);
      const { output, json } = session;
      if (json) {
        await output.json(plan);
        return;
      }
      await output.text(formatPlan(plan));
      await output.note(
        `${plan.files.length} files for ${plan.environments.join(', ')}; nothing was written. Digest ${plan.digest}`,
      );
    });
}

/** @throws UsageError for a path that leads out of the folder */
function targetOf(folder: string, path: string): string {
  const target = resolve(folder, path);
  const inside = relative(folder, target);
  if (inside && !inside.startsWith('..') && resolve(inside) !== inside)
    return target;
  throw new UsageError(`The portal names the path ${path}, which leads out`);
}

async function assertEmpty(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  if (names.length)
    throw new UsageError(
      `${folder} is not empty; name another folder, or add --force to write over it`,
    );
}

/** `modelyard render` */
export function addRenderCommand(program: Command, context: CommandContext) {
  program
    .command('render')
    .description('Write the files of a planned repository into a folder')
    .argument('<file>', fileHelp)
    .requiredOption('--output <folder>', 'made when it is not there')
    .option('--force', 'write over files that are there')
    .action(
      async (
        file: string,
        options: { output: string; force?: boolean },
        self: Command,
      ) => {
        const session = openSession(self, context);
        const folder = resolve(options.output);
        if (!options.force) await assertEmpty(folder);
        const { files, digest } = await askPlan(file, session);
        for (const { path, content, mode } of files) {
          const target = targetOf(folder, path);
          await mkdir(dirname(target), { recursive: true });
          const executable = mode === '100755';
          await writeFile(target, content, {
            mode: executable ? 0o755 : 0o644,
          });
        }
        if (session.json) await session.output.json({ digest, folder });
        await session.output.note(
          `Wrote ${files.length} files to ${options.output}. Digest ${digest}`,
        );
      },
    );
}
