import { readFile } from 'node:fs/promises';
import {
  EvidenceInput,
  EvidenceReceipt,
  ScorecardSubject,
} from '@modelyard/plugin-model-scorecard-common';
import { Command } from 'commander';
import { artifactDigest } from '../evidence/artifactDigest';
import { readCiRun, readIdentityToken } from '../evidence/ciRun';
import { readDeclared } from '../evidence/declared';
import {
  adaptHere,
  ReportFile,
  readReportFile,
} from '../evidence/readReportFile';
import { readModelRef } from '../input/modelRef';
import { OutcomeError } from '../OutcomeError';
import { CommandContext, openSession, Session } from '../Session';
import { UsageError } from '../UsageError';
import { readSigningKey, sealStatement } from '../verdict/dsse';

interface PushOptions {
  model: string;
  modelVersion: string;
  format?: string;
  digest?: string;
  artifact?: string[];
  producedAt?: string;
  declare: string[];
  key?: string;
  audience: string;
  dryRun?: boolean;
}

/** The version's digest, which must be that of the files when these are given. */
async function findSubject(
  options: PushOptions,
  { models }: Session,
): Promise<ScorecardSubject> {
  const ref = readModelRef(options.model);
  const version = options.modelVersion;
  const digest =
    options.digest ?? (await models.getVersion(ref, version)).digest;
  if (options.artifact) {
    const found = await artifactDigest(options.artifact);
    if (found !== digest)
      throw new UsageError(
        `the files have ${found}, but ${ref} ${version} is registered with ${digest}; measure and send the files that were registered`,
      );
  }
  return { ref, version, digest };
}

function bodyOf({ document, text }: ReportFile) {
  return typeof document === 'string' ? { text } : { document };
}

/** The body of the request: the report as it is, or signed. */
async function inputFor(
  report: ReportFile,
  subject: ScorecardSubject,
  options: PushOptions,
  env: CommandContext['env'],
): Promise<EvidenceInput> {
  const declared = readDeclared(options.declare);
  const { producedAt } = options;
  const producer = readCiRun(env);
  const identityToken = await readIdentityToken(env, options.audience);
  const around = { subject, producer, identityToken };
  const pem = options.key
    ? await readFile(options.key, 'utf8')
    : env.MODELYARD_SIGNING_KEY;
  if (!pem || report.format === 'dsse')
    return {
      ...around,
      ...bodyOf(report),
      format: report.format,
      producedAt,
      declared,
    };
  const key = readSigningKey(pem, options.key ?? 'MODELYARD_SIGNING_KEY');
  const [algorithm, hex] = subject.digest.includes(':')
    ? subject.digest.split(':')
    : ['gitCommit', subject.digest];
  const document = sealStatement(
    {
      _type: 'https://in-toto.io/Statement/v1',
      subject: [
        {
          name: `${subject.ref}@${subject.version}`,
          digest: { [algorithm]: hex },
        },
      ],
      predicateType: 'https://modelyard.io/report/v1',
      predicate: {
        ...bodyOf(report),
        format: report.format,
        producedAt,
        declared,
      },
    },
    key,
  );
  return { ...around, format: 'dsse', document };
}

/** Problems that are seen without the portal. */
function lookAt(report: ReportFile, options: PushOptions): string[] {
  const adapted = adaptHere(
    report,
    readDeclared(options.declare),
    options.producedAt,
  );
  if (!adapted) return [];
  if (!adapted.ok)
    throw new UsageError(
      adapted.problems
        .map(
          ({ path, message }) => `${report.name} at ${path || '/'} ${message}`,
        )
        .join('; '),
    );
  return adapted.records.flatMap(({ record, problems }) =>
    record.producedAt
      ? problems
      : [...problems, 'does not say when it was made; give --produced-at'],
  );
}

function lineOf(item: EvidenceReceipt['items'][number]): string {
  const problems = item.problems.map(problem => `\n      ${problem}`).join('');
  return `  ${item.kind}  ${item.trust}  ${item.usable ? 'usable' : 'proves nothing'}  ${item.id}${problems}\n`;
}

/** @throws UsageError for a large report that should be more than handed in */
function assertPlain(
  { name, isLarge }: ReportFile,
  { key, declare }: PushOptions,
  { MODELYARD_SIGNING_KEY }: CommandContext['env'],
): void {
  if (isLarge && (key || MODELYARD_SIGNING_KEY))
    throw new UsageError(
      `${name} is too large to be signed; hand it in without a key`,
    );
  if (isLarge && declare.length)
    throw new UsageError(
      `${name} is too large to be declared about; hand it in without --declare`,
    );
}

/** Hands one report in, a large one piece by piece. */
async function send(
  report: ReportFile,
  subject: ScorecardSubject,
  options: PushOptions,
  { env, scorecards }: Session & Pick<CommandContext, 'env'>,
): Promise<EvidenceReceipt> {
  if (!report.isLarge)
    return scorecards.createEvidence(
      await inputFor(report, subject, options, env),
    );
  const { format } = report;
  const { producedAt } = options;
  return scorecards.streamEvidence(
    { ...subject, format, producedAt },
    report.text,
  );
}

async function push(
  files: string[],
  options: PushOptions,
  context: CommandContext,
  session: Session,
): Promise<void> {
  const { output, json } = session;
  const reports = await Promise.all(
    files.map(file => readReportFile(file, options.format)),
  );
  for (const report of reports) assertPlain(report, options, context.env);
  const seen = reports.map(report => lookAt(report, options));
  if (options.dryRun) {
    for (const [index, { name, format }] of reports.entries())
      await output.text(
        `${name}  ${format}  ${seen[index].join('; ') || 'looks usable'}\n`,
      );
    return;
  }
  const subject = await findSubject(options, session);
  const receipts: EvidenceReceipt['items'] = [];
  for (const report of reports) {
    const { items } = await send(report, subject, options, {
      ...session,
      env: context.env,
    });
    receipts.push(...items);
    if (!json)
      await output.text(
        `${report.name}  ${report.format}\n${items.map(lineOf).join('')}`,
      );
  }
  if (json) await output.json({ items: receipts });
  const useless = receipts.filter(({ usable }) => !usable).length;
  if (useless)
    throw new OutcomeError(
      `${useless} of ${receipts.length} records were stored but prove nothing; see the problems above`,
      3,
    );
}

/** `modelyard evidence push` */
export function addEvidenceCommand(program: Command, context: CommandContext) {
  program
    .command('evidence')
    .description('Hand in reports about a version')
    .command('push')
    .description(
      'Hand in reports of tools: the format is found out, the digest compared, the run of the pipeline attached, and the report signed where there is a key',
    )
    .argument('<files...>', 'reports; - for standard input')
    .requiredOption('--model <model>', 'such as credit-risk')
    .requiredOption('--model-version <version>', 'name of the version')
    .option('--format <id>', 'instead of finding it out')
    .option('--digest <digest>', 'of the version, instead of asking for it')
    .option('--artifact <paths...>', 'files of the version, to compare with it')
    .option('--produced-at <time>', 'for reports that don’t say it, UTC')
    .option(
      '--declare <name=value>',
      'what the report doesn’t say, such as reference=M',
      (value: string, all: string[]) => [...all, value],
      [],
    )
    .option('--key <file>', 'private key that signs (MODELYARD_SIGNING_KEY)')
    .option('--audience <name>', 'of the pipeline’s ID token', 'modelyard')
    .option('--dry-run', 'only look at the reports')
    .action(async (files: string[], options: PushOptions, self: Command) => {
      await push(files, options, context, openSession(self, context));
    });
}
