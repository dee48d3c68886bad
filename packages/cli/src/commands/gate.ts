import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { createPublicKey } from 'node:crypto';
import { Command } from 'commander';
import { artifactDigest } from '../evidence/artifactDigest';
import { readModelRef } from '../input/modelRef';
import { OutcomeError } from '../OutcomeError';
import { CommandContext, openSession } from '../Session';
import { UsageError } from '../UsageError';
import { readPublicKeys } from '../verdict/dsse';
import { formatGate, gateMarkdown, gateSarif } from '../verdict/gateReports';
import { chooseVerdict, readVerdict, Verdict } from '../verdict/readVerdict';

interface GateOptions {
  env: string;
  sarif?: string;
  markdown?: string;
  statement?: string[];
  publicKey?: string;
  digest?: string;
  artifact?: string[];
  at?: string;
}

async function expectedOf(
  model: string,
  version: string,
  options: GateOptions,
) {
  return {
    ref: readModelRef(model),
    version,
    environment: options.env,
    at: options.at ?? new Date().toISOString(),
    digest: options.artifact
      ? await artifactDigest(options.artifact)
      : options.digest,
  };
}

function outcome({ isOpen, blockers, environment }: Verdict): void {
  if (!isOpen)
    throw new OutcomeError(
      `the gate of ${environment} is closed by ${blockers.join(', ') || 'a failed verification'}`,
      3,
    );
}

/** Reads signed statements, without the portal. */
async function askStatements(
  model: string,
  version: string,
  options: GateOptions & { statement: string[] },
  { output }: CommandContext,
): Promise<void> {
  if (!options.publicKey)
    throw new UsageError(
      '--statement needs --public-key: the portal’s key in PEM, or its .well-known/jwks.json',
    );
  const keys = readPublicKeys(
    await readFile(options.publicKey, 'utf8'),
    options.publicKey,
  );
  const verdicts = await Promise.all(
    options.statement.map(async file =>
      readVerdict(JSON.parse(await readFile(file, 'utf8')), keys, file),
    ),
  );
  const verdict = chooseVerdict(
    verdicts,
    await expectedOf(model, version, options),
  );
  await output.text(
    `${verdict.ref} ${verdict.version} in ${verdict.environment}: the gate is ${verdict.isOpen ? 'open' : 'closed'} (signed ${verdict.timeVerified}, valid until ${verdict.validUntil})\n${verdict.blockers.map(id => `  ${id}\n`).join('')}`,
  );
  outcome(verdict);
}

/** Asks the portal, and believes only what it has signed. */
async function askPortal(
  model: string,
  version: string,
  options: GateOptions,
  context: CommandContext,
  self: Command,
): Promise<void> {
  const { scorecards, output, json, url } = openSession(self, context);
  const expected = await expectedOf(model, version, options);
  const { ref, environment } = expected;
  const card = await scorecards.getScorecard(ref, version, environment);
  const envelope = await scorecards.getVerdict(ref, version, environment);
  const { keys } = await scorecards.getJwks();
  const verdict = chooseVerdict(
    [
      readVerdict(
        envelope,
        keys.map(key => createPublicKey({ key, format: 'jwk' })),
        'the verdict of the portal',
      ),
    ],
    { ...expected, digest: expected.digest ?? card.subject.digest },
  );
  if (verdict.isOpen !== (card.gate.state === 'open'))
    throw new OutcomeError(
      'the signed verdict and the scorecard disagree; ask again',
      4,
    );
  const page = `${url}/catalog/${ref.replace(/^model:/, '').replace('/', '/model/')}/scorecard?version=${encodeURIComponent(version)}`;
  if (options.sarif)
    await writeFile(
      options.sarif,
      `${JSON.stringify(gateSarif(card, page), null, 2)}\n`,
    );
  const summary = options.markdown ?? context.env.GITHUB_STEP_SUMMARY;
  if (summary) await appendFile(summary, `${gateMarkdown(card)}\n`);
  if (json) await output.json(card);
  else await output.text(formatGate(card));
  outcome(verdict);
}

/** `modelyard gate` */
export function addGateCommand(program: Command, context: CommandContext) {
  program
    .command('gate')
    .description(
      'Whether a version may enter an environment: by the portal’s signed verdict, or by one that was signed before',
    )
    .argument('<model>', 'such as credit-risk or model:default/credit-risk')
    .argument('<version>', 'name of the version, not an alias')
    .option('--env <environment>', 'environment to enter', 'prod')
    .option('--sarif <file>', 'write what does not pass as SARIF 2.1.0')
    .option(
      '--markdown <file>',
      'append a summary in Markdown (GITHUB_STEP_SUMMARY)',
    )
    .option('--statement <files...>', 'signed verdicts; asks no portal')
    .option('--public-key <file>', 'key or key set that verifies them')
    .option('--digest <digest>', 'that the verdict must be about')
    .option('--artifact <paths...>', 'files that the verdict must be about')
    .option('--at <time>', 'moment at which it must hold, UTC; default now')
    .action(
      async (
        model: string,
        version: string,
        options: GateOptions,
        self: Command,
      ) => {
        const { statement } = options;
        if (statement)
          await askStatements(
            model,
            version,
            { ...options, statement },
            context,
          );
        else await askPortal(model, version, options, context, self);
      },
    );
}
