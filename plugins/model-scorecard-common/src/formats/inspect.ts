import { z } from 'zod';
import { EvidenceMetric } from '../evidence/EvidenceRecord';
import { AdaptedReport, EvidenceFormat, RawReport } from './EvidenceFormat';
import { shortText, startRecord, unknownReport } from './assuranceRecord';
import { performanceClaims } from './performanceClaims';
import { hasMembers, readDocument, unknownVersion } from './readDocument';

const known = ['0.3.285'];

const score = z.looseObject({
  name: z.string(),
  scored_samples: z.int().min(0),
  unscored_samples: z.int().min(0),
  metrics: z.record(z.string(), z.looseObject({ value: z.number() })),
});

const log = z.looseObject({
  version: z.int(),
  status: z.enum(['success', 'error', 'cancelled', 'started']),
  eval: z.looseObject({
    created: z.string(),
    packages: z.record(z.string(), z.string()),
  }),
  results: z
    .looseObject({
      total_samples: z.int().min(0),
      completed_samples: z.int().min(0),
      scores: z.array(score),
    })
    .nullish(),
  stats: z.looseObject({ completed_at: z.string().optional() }).nullish(),
});

type Log = z.infer<typeof log>;

function metricsOf({ results }: Log): EvidenceMetric[] {
  const scores = results?.scores ?? [];
  return scores.flatMap(({ name, scored_samples: n, metrics }) =>
    Object.entries(metrics)
      .filter(([key]) => key !== 'stderr')
      .map(([key, { value }]) => ({
        key: shortText(key) ?? key,
        value,
        n,
        ...(scores.length > 1 && {
          slice: { attr: 'scorer', group: shortText(name) ?? '' },
        }),
      })),
  );
}

function problemsOf({ status, results }: Log): string[] {
  if (status !== 'success' || !results)
    return [`the run did not succeed but is "${status}"; run it again`];
  const problems: string[] = [];
  const { total_samples: total, completed_samples: completed } = results;
  if (completed < total)
    problems.push(
      `${completed} of ${total} samples were completed; run the rest of them`,
    );
  for (const { name, unscored_samples: unscored } of results.scores)
    if (unscored)
      problems.push(`${unscored} samples have no score of ${shortText(name)}`);
  if (!completed) problems.push('no sample was completed');
  return problems;
}

function adapt(report: RawReport): AdaptedReport {
  const reading = readDocument(log, report.document);
  if (!reading.ok) return reading;
  const found = reading.value;
  const version = found.eval.packages.inspect_ai;
  const record = startRecord(report, {
    kind: 'performance',
    format: 'inspect/2',
    tool: 'inspect-ai',
    version,
    time: found.stats?.completed_at || found.eval.created,
  });
  const unknown =
    unknownVersion('The log of Inspect', String(found.version), ['2']) ??
    (version && unknownVersion('Inspect', version, known));
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

/** Log of Inspect in JSON; samples in it are left out. */
export const inspectFormat: EvidenceFormat = {
  id: 'inspect',
  title: 'Inspect log',
  detect: document =>
    hasMembers(document, 'version', 'status', 'eval') &&
    hasMembers(document.eval, 'task', 'model', 'packages'),
  adapt,
};
