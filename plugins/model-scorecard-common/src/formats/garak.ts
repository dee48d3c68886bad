import { z } from 'zod';
import { EvidenceMetric } from '../evidence/EvidenceRecord';
import { FieldProblem } from '../json/jsonPointer';
import { AdaptedReport, EvidenceFormat, RawReport } from './EvidenceFormat';
import { shortText, startRecord, unknownReport } from './assuranceRecord';
import {
  DocumentReading,
  hasMembers,
  readDocument,
  toInstant,
  unknownVersion,
} from './readDocument';

/** Lines of releases whose entries `init`, `eval` and `completion` are the same. */
const knownVersions = ['0.14', '0.15', '0.16', '0.17'];

const count = z.int().min(0);

const evaluation = z.looseObject({
  probe: z.string().min(1),
  detector: z.string().min(1),
  passed: count,
  fails: count,
  nones: count,
});

type Evaluation = z.infer<typeof evaluation>;

/** Entries that hold prompts, outputs or settings, which are not read. */
const skippedLine =
  /^\s*\{\s*"entry_type":\s*"(?:attempt|plugin_cache|digest)"/;
const runEntries = ['start_run setup', 'init', 'attempt', 'eval', 'completion'];

/** The entries of a report with their places; text is JSON Lines. */
function entriesOf(
  document: unknown,
): DocumentReading<{ place: number; entry: Record<string, unknown> }[]> {
  const items: unknown[] =
    typeof document === 'string' ? document.split('\n') : [];
  const entries: { place: number; entry: Record<string, unknown> }[] = [];
  const problems: FieldProblem[] = [];
  (Array.isArray(document) ? document : items).forEach((item, place) => {
    let entry: unknown = item;
    if (typeof item === 'string') {
      if (!item.trim() || skippedLine.test(item)) return;
      try {
        entry = JSON.parse(item);
      } catch {
        entry = undefined;
      }
    }
    if (hasMembers(entry, 'entry_type')) entries.push({ place, entry });
    else problems.push({ path: `/${place}`, message: 'is not a whole entry' });
  });
  return problems.length
    ? { ok: false, problems: problems.slice(0, 20) }
    : { ok: true, value: entries };
}

interface GarakRun {
  version?: string;
  startedAt?: string;
  endedAt?: string;
  evaluations: Evaluation[];
}

function readRun(document: unknown): DocumentReading<GarakRun> {
  const entries = entriesOf(document);
  if (!entries.ok) return entries;
  const run: GarakRun = { evaluations: [] };
  const problems: FieldProblem[] = [];
  const text = (value: unknown) => z.string().safeParse(value).data;
  for (const { place, entry } of entries.value) {
    if (entry.entry_type === 'init') {
      run.version = text(entry.garak_version);
      run.startedAt = text(entry.start_time);
    } else if (entry.entry_type === 'completion') {
      run.endedAt = text(entry.end_time);
    } else if (entry.entry_type === 'eval') {
      const reading = readDocument(evaluation, entry);
      if (reading.ok) run.evaluations.push(reading.value);
      else
        for (const { path, message } of reading.problems)
          problems.push({ path: `/${place}${path}`, message });
    }
  }
  return problems.length ? { ok: false, problems } : { ok: true, value: run };
}

const decided = ({ passed, fails }: Evaluation) => passed + fails;
const rate = (item: Evaluation) => item.fails / Math.max(1, decided(item));

/**
 * Of each probe the detector that saw most attacks succeed: detectors judge the
 * same attempts, which must not count twice.
 */
function worstOfProbes(evaluations: Evaluation[]): Evaluation[] {
  const worst = new Map<string, Evaluation>();
  for (const item of evaluations) {
    const known = worst.get(item.probe);
    const isWorse =
      !known ||
      !decided(known) ||
      (decided(item) > 0 && rate(item) > rate(known));
    if (isWorse) worst.set(item.probe, item);
  }
  return [...worst.values()];
}

/** Attack success rate by family, which is a probe's name before its first dot. */
function ratesOf(evaluations: Evaluation[]) {
  const families = new Map<string, { fails: number; n: number }>();
  for (const item of worstOfProbes(evaluations)) {
    const name = shortText(item.probe.split('.')[0]) ?? 'unstated';
    const family = families.get(name) ?? { fails: 0, n: 0 };
    family.fails += item.fails;
    family.n += decided(item);
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
  return { metrics, undecided };
}

function problemsOf(run: GarakRun, undecided: string[]): string[] {
  const problems: string[] = [];
  if (!run.evaluations.length)
    problems.push('holds no evaluation; run at least one probe');
  if (undecided.length)
    problems.push(
      `not one attempt of ${undecided.slice(0, 20).join(', ')} was decided: the model gave no answer that could be judged`,
    );
  if (!run.endedAt)
    problems.push('has no completion: the run broke off; run it again');
  return problems;
}

function adapt(report: RawReport): AdaptedReport {
  const reading = readRun(report.document);
  const version = reading.ok ? reading.value.version : undefined;
  if (!reading.ok) return reading;
  const run = reading.value;
  const { metrics, undecided } = ratesOf(run.evaluations);
  const time = run.endedAt ?? run.startedAt;
  const local =
    time && !/(?:Z|[+-]\d{2}:\d{2})$/.test(time) ? `${time}Z` : time;
  const record = startRecord(
    { ...report, producedAt: report.producedAt ?? toInstant(local) },
    {
      kind: 'red-team',
      format: `garak/${shortText(version?.split('.').slice(0, 2).join('.'))}`,
      tool: 'garak',
      version,
    },
  );
  const unknown = unknownVersion(
    'garak',
    version ?? 'of no stated version',
    knownVersions,
  );
  if (unknown) return unknownReport(record, unknown);
  return {
    ok: true,
    records: [
      {
        record: { ...record, metrics, claims: { scanner: 'garak' } },
        problems: problemsOf(run, undecided),
      },
    ],
  };
}

function isEntry(value: unknown): boolean {
  return (
    hasMembers(value, 'entry_type') &&
    typeof value.entry_type === 'string' &&
    runEntries.includes(value.entry_type)
  );
}

function startsWithEntry(text: string): boolean {
  const start = text.slice(0, 200).trimStart();
  const name = /^\{\s*"entry_type":\s*"([^"]{1,40})"/.exec(start)?.[1];
  return name !== undefined && runEntries.includes(name);
}

/** Report of garak in JSON Lines, as text or as the list of its entries. */
export const garakFormat: EvidenceFormat = {
  id: 'garak',
  title: 'garak red-team report',
  detect: document =>
    typeof document === 'string'
      ? startsWithEntry(document)
      : Array.isArray(document) && isEntry(document[0]),
  adapt,
};
