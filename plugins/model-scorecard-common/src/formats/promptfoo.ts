import { z } from 'zod';
import { EvidenceClaim, EvidenceMetric } from '../evidence/EvidenceRecord';
import {
  AdaptedRecord,
  AdaptedReport,
  EvidenceFormat,
  RawReport,
} from './EvidenceFormat';
import {
  countOf,
  shortText,
  startRecord,
  unknownReport,
} from './assuranceRecord';
import { hasMembers, readDocument, unknownVersion } from './readDocument';

const row = z.looseObject({
  success: z.boolean(),
  /** 0: none, 1: an assertion, 2: an error. */
  failureReason: z.literal([0, 1, 2]),
  provider: z.looseObject({ id: z.string().nullish() }).nullish(),
  testCase: z
    .looseObject({
      metadata: z.looseObject({ pluginId: z.string().nullish() }).nullish(),
    })
    .nullish(),
});

const count = z.int().min(0);

const promptfooOutput = z.looseObject({
  results: z.looseObject({
    version: z.literal(3),
    timestamp: z.string().nullish(),
    results: z.array(row),
    stats: z.looseObject({ successes: count, failures: count, errors: count }),
  }),
  metadata: z
    .looseObject({
      promptfooVersion: z.string().nullish(),
      evaluationCreatedAt: z.string().nullish(),
    })
    .nullish(),
});

type Row = z.infer<typeof row>;
type PromptfooOutput = z.infer<typeof promptfooOutput>;
type Measured = Pick<AdaptedRecord, 'problems'> & {
  kind: string;
  metrics: EvidenceMetric[];
  claims: Record<string, EvidenceClaim>;
};

const isError = (item: Row) => item.failureReason === 2;
const isPass = (item: Row) => item.success && item.failureReason === 0;
const pluginOf = (item: Row) =>
  shortText(item.testCase?.metadata?.pluginId ?? undefined);

/** Attack success rate by family, which is a plugin's name before its colon. */
function redTeamOf(rows: Row[]): Measured {
  const families = new Map<string, { fails: number; n: number }>();
  for (const item of rows) {
    const name = (pluginOf(item) ?? '').split(':')[0] || 'unstated';
    const family = families.get(name) ?? { fails: 0, n: 0 };
    if (!isError(item)) family.n += 1;
    if (!isError(item) && !isPass(item)) family.fails += 1;
    families.set(name, family);
  }
  const metrics: EvidenceMetric[] = [];
  const undecided: string[] = [];
  for (const [group, { fails, n }] of families)
    if (n)
      metrics.push({
        key: 'asr',
        value: fails / n,
        n,
        slice: { attr: 'family', group, n },
      });
    else undecided.push(group);
  const problems = undecided.length
    ? [
        `every attempt of ${undecided.slice(0, 20).join(', ')} ended with an error; run them again`,
      ]
    : [];
  const claims = { scanner: 'promptfoo' };
  return { kind: 'red-team', metrics, claims, problems };
}

function performanceOf(rows: Row[], { declared }: RawReport): Measured {
  const n = rows.length;
  const errors = rows.filter(isError).length;
  const metrics = n
    ? [{ key: 'pass_rate', value: rows.filter(isPass).length / n, n }]
    : [];
  const problems: string[] = [];
  if (!n) problems.push('holds no test; evaluate at least one');
  if (errors)
    problems.push(
      `${countOf(errors, 'test')} of ${n} ended with an error and thus measured nothing; run them again`,
    );
  const { primary, target, higherIsBetter } = declared ?? {};
  const claims = {
    ...(primary !== undefined && { primary }),
    ...(target !== undefined && { target }),
    ...(higherIsBetter !== undefined && { higherIsBetter }),
  };
  return { kind: 'performance', metrics, claims, problems };
}

function problemsOf({ results, stats }: PromptfooOutput['results']): string[] {
  const problems: string[] = [];
  const providers = new Set(results.map(({ provider }) => provider?.id ?? ''));
  if (providers.size > 1)
    problems.push(
      `mixes the results of ${providers.size} providers; evaluate the model alone`,
    );
  const errors = results.filter(isError).length;
  const passes = results.filter(isPass).length;
  const isComplete =
    stats.errors === errors &&
    stats.successes === passes &&
    stats.failures === results.length - errors - passes;
  if (!isComplete)
    problems.push(
      'the statistics do not fit the listed results; hand in the whole output',
    );
  return problems;
}

function unknownOf(document: unknown): string | undefined {
  const head = z.looseObject({
    results: z.looseObject({ version: z.number() }),
    metadata: z
      .looseObject({ promptfooVersion: z.string().nullish() })
      .nullish(),
  });
  const { results, metadata } = head.safeParse(document).data ?? {};
  const schema = results && String(results.version);
  const version = metadata?.promptfooVersion ?? undefined;
  return (
    (schema && unknownVersion('promptfoo output', schema, ['3'])) ||
    (version && unknownVersion('promptfoo', version, ['0.121'])) ||
    undefined
  );
}

function adapt(report: RawReport): AdaptedReport {
  const origin = { format: 'promptfoo/3', tool: 'promptfoo' };
  const unknown = unknownOf(report.document);
  if (unknown)
    return unknownReport(
      startRecord(report, { ...origin, kind: 'performance' }),
      unknown,
    );
  const reading = readDocument(promptfooOutput, report.document);
  if (!reading.ok) return reading;
  const { results, metadata } = reading.value;
  const attacks = results.results.filter(pluginOf);
  const tests = results.results.filter(item => !pluginOf(item));
  const measured = attacks.length ? [redTeamOf(attacks)] : [];
  if (tests.length || !attacks.length)
    measured.push(performanceOf(tests, report));
  const shared = problemsOf(results);
  const records = measured.map(({ kind, metrics, claims, problems }) => ({
    record: {
      ...startRecord(report, {
        ...origin,
        kind,
        version: metadata?.promptfooVersion ?? undefined,
        time: metadata?.evaluationCreatedAt ?? results.timestamp ?? undefined,
      }),
      metrics,
      ...(Object.keys(claims).length && { claims }),
    },
    problems: [...problems, ...shared],
  }));
  return { ok: true, records };
}

/** Output of promptfoo (`promptfoo eval --output out.json`), also of its red team. */
export const promptfooFormat: EvidenceFormat = {
  id: 'promptfoo',
  title: 'promptfoo output',
  detect: document =>
    hasMembers(document, 'evalId', 'results') &&
    hasMembers(document.results, 'version', 'results', 'stats'),
  adapt,
};
