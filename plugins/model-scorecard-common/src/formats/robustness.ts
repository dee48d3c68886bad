import { z } from 'zod';
import { EvidenceMetric } from '../evidence/EvidenceRecord';
import {
  AdaptedRecord,
  AdaptedReport,
  EvidenceFormat,
  RawReport,
} from './EvidenceFormat';
import { shortText, startRecord, unknownReport } from './assuranceRecord';
import { hasMembers, readDocument, unknownVersion } from './readDocument';

const size = z.int().min(0).optional();
const attack = z.looseObject({
  attack: z.string(),
  norm: z.union([z.string(), z.number()]).optional(),
  epsilon: z.number().optional(),
  eps: z.number().optional(),
  value: z.number(),
  n: size,
});
const robustness = z.looseObject({
  robustness: z.int(),
  tool: z.string().optional(),
  toolVersion: z.string().optional(),
  metric: z.string(),
  n: size,
  clean: z.number(),
  perturbations: z
    .array(z.looseObject({ name: z.string(), value: z.number(), n: size }))
    .optional(),
  attacks: z.array(attack).optional(),
});

type Robustness = z.infer<typeof robustness>;

function started(report: RawReport, found: Robustness, kind: string) {
  return startRecord(report, {
    kind,
    format: 'robustness/1',
    tool: found.tool ?? 'robustness',
    version: found.toolVersion,
  });
}

function cleanOf({ clean, n }: Robustness): EvidenceMetric {
  return { key: 'clean', value: clean, n };
}

function perturbation(report: RawReport, found: Robustness): AdaptedRecord[] {
  const { perturbations } = found;
  if (!perturbations) return [];
  const metrics = perturbations.map(({ name, value, n }) => ({
    key: 'perturbed',
    value,
    n: n ?? found.n,
    slice: { attr: 'perturbation', group: shortText(name) ?? '' },
  }));
  const claims = { metric: shortText(found.metric) ?? '' };
  const record = started(report, found, 'perturbation');
  return [
    {
      record: { ...record, metrics: [cleanOf(found), ...metrics], claims },
      problems: metrics.length ? [] : ['nothing was perturbed'],
    },
  ];
}

/** What makes an attack comparable; without it the figure says nothing. */
function missingOf(entry: z.infer<typeof attack>, found: Robustness): string[] {
  const name = shortText(entry.attack);
  const parts = {
    norm: entry.norm,
    epsilon: entry.epsilon ?? entry.eps,
    n: entry.n ?? found.n,
  };
  return Object.entries(parts).flatMap(([part, value]) =>
    value === undefined
      ? [
          `the attack ${name} does not say its ${part}; attack, norm, epsilon and n belong together`,
        ]
      : [],
  );
}

function adversarial(report: RawReport, found: Robustness): AdaptedRecord[] {
  const { attacks } = found;
  if (!attacks) return [];
  const metrics = attacks.map(entry => ({
    key: 'adversarial',
    value: entry.value,
    n: entry.n ?? found.n,
    slice: { attr: 'attack', group: shortText(entry.attack) ?? '' },
  }));
  const epsilonOf = (entry: z.infer<typeof attack>) =>
    entry.epsilon ?? entry.eps ?? 0;
  const strongest = attacks.reduce<z.infer<typeof attack> | undefined>(
    (a, b) => (a && epsilonOf(a) >= epsilonOf(b) ? a : b),
    undefined,
  );
  const problems = attacks.flatMap(entry => missingOf(entry, found));
  const record = started(report, found, 'adversarial');
  return [
    {
      record: {
        ...record,
        metrics: [cleanOf(found), ...metrics],
        claims: {
          metric: shortText(found.metric) ?? '',
          ...(strongest && {
            attack: shortText(strongest.attack) ?? '',
            norm: String(strongest.norm ?? ''),
            epsilon: epsilonOf(strongest),
          }),
        },
      },
      problems: strongest ? problems : ['nothing attacked the model'],
    },
  ];
}

function adapt(report: RawReport): AdaptedReport {
  const reading = readDocument(robustness, report.document);
  if (!reading.ok) return reading;
  const found = reading.value;
  const unknown = unknownVersion(
    'The form of robustness reports',
    String(found.robustness),
    ['1'],
  );
  if (unknown)
    return unknownReport(started(report, found, 'perturbation'), unknown);
  const records = [
    ...perturbation(report, found),
    ...adversarial(report, found),
  ];
  return records.length
    ? { ok: true, records }
    : {
        ok: false,
        problems: [{ path: '', message: 'needs perturbations or attacks' }],
      };
}

/**
 * Robustness. There is no common form; ours is `{robustness: 1, metric, n, clean,
 * tool?, toolVersion?, perturbations?: [{name, value, n?}], attacks?: [{attack, norm,
 * epsilon, value, n?}]}`, where `value` is the metric under it.
 */
export const robustnessFormat: EvidenceFormat = {
  id: 'robustness',
  title: 'Robustness: perturbations and attacks',
  detect: document => hasMembers(document, 'robustness', 'metric', 'clean'),
  adapt,
};
