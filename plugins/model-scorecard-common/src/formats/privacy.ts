import { z } from 'zod';
import { EvidenceClaim, EvidenceMetric } from '../evidence/EvidenceRecord';
import { AdaptedReport, EvidenceFormat, RawReport } from './EvidenceFormat';
import {
  countMetrics,
  shortText,
  shortTexts,
  startRecord,
} from './assuranceRecord';
import {
  anonymity,
  differentialPrivacy,
  piiScan,
  pycanon,
  syntheticData,
} from './privacyShapes';
import { DocumentReading, hasMembers, readDocument } from './readDocument';

interface Measured {
  kind: string;
  shape: string;
  tool?: string;
  version?: string;
  time?: string;
  metrics: EvidenceMetric[];
  claims?: Record<string, EvidenceClaim>;
  problems: string[];
}

const nothingLookedAt = (n: number | undefined, things: string) =>
  n === 0 ? [`looked at no ${things}, so that it shows nothing`] : [];

function measureAnonymity(
  value: z.infer<typeof anonymity>,
  report: RawReport,
): Measured {
  const { k, l, quasiIdentifiers } = value;
  const rows = value.rows ?? report.declared?.dataset?.n;
  const counts = {
    parameter: k,
    k_anonymity: k,
    ...(l !== undefined && { l_diversity: l }),
  };
  return {
    kind: 'privacy',
    shape: 'anonymity',
    tool: value.tool,
    version: value.toolVersion,
    time: value.producedAt,
    metrics: countMetrics(counts, rows),
    claims: {
      mechanism: 'k-anonymity',
      quasiIdentifiers: shortTexts(quasiIdentifiers) ?? [],
    },
    problems: nothingLookedAt(rows, 'row'),
  };
}

function measureDifferentialPrivacy(
  value: z.infer<typeof differentialPrivacy>,
): Measured {
  const { epsilon, delta, n } = value;
  const problems = nothingLookedAt(n, 'record');
  if (n && delta >= 1 / n)
    problems.push(
      `delta ${delta} is not below 1/${n}, so that whole records may be given away; choose a smaller one`,
    );
  return {
    kind: 'privacy',
    shape: 'differential-privacy',
    tool: value.tool,
    version: value.toolVersion,
    time: value.producedAt,
    metrics: countMetrics({ parameter: epsilon, epsilon, delta }, n),
    claims: { mechanism: 'differential-privacy' },
    problems,
  };
}

function measureSyntheticData(value: z.infer<typeof syntheticData>): Measured {
  const { rows, duplicateRate, nearestDistance } = value;
  const counts = {
    duplicate_rate: duplicateRate,
    ...(nearestDistance !== undefined && { nearest_distance: nearestDistance }),
  };
  return {
    kind: 'privacy',
    shape: 'synthetic-data',
    tool: value.tool,
    version: value.toolVersion,
    time: value.producedAt,
    metrics: countMetrics(counts, rows),
    problems: nothingLookedAt(rows, 'row'),
  };
}

function measurePii(value: z.infer<typeof piiScan>): Measured {
  const n = value.values;
  const counts = new Map<string, number>();
  for (const { type, count: found } of value.findings) {
    const group = shortText(type) ?? 'unstated';
    counts.set(group, (counts.get(group) ?? 0) + found);
  }
  const metrics = [...counts].map(([group, found]) => ({
    key: 'findings',
    value: found,
    n,
    slice: { attr: 'type', group },
  }));
  return {
    kind: 'pii-scan',
    shape: 'pii-scan',
    tool: value.scanner,
    version: value.scannerVersion,
    time: value.producedAt,
    metrics: metrics.length ? metrics : countMetrics({ findings: 0 }, n),
    claims: { scanner: shortText(value.scanner) ?? 'unstated' },
    problems: nothingLookedAt(n, 'value'),
  };
}

/** Shapes by the members that tell them apart. */
const shapes: {
  members: string[];
  measure(report: RawReport): DocumentReading<Measured>;
}[] = [
  shape(['k', 'quasiIdentifiers'], anonymity, measureAnonymity),
  shape(['data', 'k_anonymity'], pycanon, measureAnonymity),
  shape(['epsilon', 'delta'], differentialPrivacy, measureDifferentialPrivacy),
  shape(['rows', 'duplicateRate'], syntheticData, measureSyntheticData),
  shape(['scanner', 'values', 'findings'], piiScan, measurePii),
];

function shape<T>(
  members: string[],
  schema: z.ZodType<T>,
  measure: (value: T, report: RawReport) => Measured,
) {
  return {
    members,
    measure(report: RawReport): DocumentReading<Measured> {
      const reading = readDocument(schema, report.document);
      return reading.ok
        ? { ok: true, value: measure(reading.value, report) }
        : reading;
    },
  };
}

const shapeOf = (document: unknown) =>
  shapes.find(({ members }) => hasMembers(document, ...members));

function adapt(report: RawReport): AdaptedReport {
  const found = shapeOf(report.document);
  const known = shapes.map(({ members }) => members.join(', ')).join('; ');
  if (!found) {
    const message = `has none of the known shapes, which have the members ${known}`;
    return { ok: false, problems: [{ path: '', message }] };
  }
  const reading = found.measure(report);
  if (!reading.ok) return reading;
  const { kind, tool: name, problems, ...measured } = reading.value;
  const start = startRecord(report, {
    kind,
    format: `privacy/${measured.shape}-1`,
    tool: name ?? 'unstated',
    version: measured.version,
    time: measured.time,
  });
  const { metrics, claims } = measured;
  const record = { ...start, metrics, ...(claims && { claims }) };
  return { ok: true, records: [{ record, problems }] };
}

/**
 * Plain JSON about the privacy of data: `{k, l, quasiIdentifiers, rows}` (or the
 * JSON of pycanon), `{epsilon, delta, n}`, `{rows, duplicateRate, nearestDistance}`,
 * `{scanner, values, findings: [{type, count}]}`, each with `tool`, `toolVersion`
 * and `producedAt` where known.
 */
export const privacyFormat: EvidenceFormat = {
  id: 'privacy',
  title: 'Privacy report',
  // Attacks on a model have an epsilon too.
  detect: document =>
    !hasMembers(document, 'kind') &&
    !hasMembers(document, 'attack') &&
    Boolean(shapeOf(document)),
  adapt,
};
