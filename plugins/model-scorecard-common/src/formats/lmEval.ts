import { z } from 'zod';
import { EvidenceMetric } from '../evidence/EvidenceRecord';
import { AdaptedReport, EvidenceFormat, RawReport } from './EvidenceFormat';
import { shortText, startRecord, unknownReport } from './assuranceRecord';
import { performanceClaims } from './performanceClaims';
import {
  hasMembers,
  readDocument,
  toInstant,
  unknownVersion,
} from './readDocument';

const known = ['0.4.13'];

const harness = z.looseObject({
  results: z.record(z.string(), z.record(z.string(), z.unknown())),
  'n-samples': z.record(
    z.string(),
    z.looseObject({ original: z.int(), effective: z.int() }),
  ),
  config: z.looseObject({ limit: z.number().nullish() }),
  date: z.number(),
  lm_eval_version: z.string(),
});

type Harness = z.infer<typeof harness>;

/** `acc,none` → `acc`; standard errors and names are no metrics. */
function keyOf(name: string): string | undefined {
  const [key] = name.split(',');
  return !name.includes(',') || key.endsWith('_stderr') ? undefined : key;
}

function metricsOf({ results, 'n-samples': sizes }: Harness): EvidenceMetric[] {
  return Object.entries(results).flatMap(([task, values]) =>
    Object.entries(values).flatMap(([name, value]) => {
      const key = keyOf(name);
      if (!key || typeof value !== 'number' || !Number.isFinite(value))
        return [];
      const slice = { attr: 'task', group: shortText(task) ?? '' };
      return {
        key: shortText(key) ?? key,
        value,
        n: sizes[task]?.effective,
        slice,
      };
    }),
  );
}

function problemsOf({ results, 'n-samples': sizes }: Harness): string[] {
  const tasks = Object.keys(results);
  if (!tasks.length) return ['no task was run'];
  return tasks.flatMap(task => {
    const size = sizes[task];
    if (!size)
      return [`${shortText(task)} does not say on how many it was run`];
    return size.effective < size.original
      ? [
          `${shortText(task)} was run on ${size.effective} of ${size.original} samples, which is not the whole benchmark; run it without --limit`,
        ]
      : [];
  });
}

function adapt(report: RawReport): AdaptedReport {
  const reading = readDocument(harness, report.document);
  if (!reading.ok) return reading;
  const found = reading.value;
  const version = found.lm_eval_version;
  const record = startRecord(report, {
    kind: 'performance',
    format: 'lm-eval/0.4',
    tool: 'lm-eval',
    version,
    time: toInstant(found.date * 1000),
  });
  const unknown = unknownVersion('lm-eval', version, known);
  if (unknown) return unknownReport(record, unknown);
  const claims = performanceClaims(report);
  return {
    ok: true,
    records: [
      {
        record: {
          ...record,
          metrics: metricsOf(found),
          ...(claims && { claims }),
        },
        problems: problemsOf(found),
      },
    ],
  };
}

/** `results.json` of the lm-evaluation-harness; its standard errors are no intervals. */
export const lmEvalFormat: EvidenceFormat = {
  id: 'lm-eval',
  title: 'lm-evaluation-harness results',
  detect: document =>
    hasMembers(document, 'results', 'n-samples', 'lm_eval_version'),
  adapt,
};
