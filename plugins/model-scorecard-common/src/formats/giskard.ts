import { z } from 'zod';
import { AdaptedReport, EvidenceFormat, RawReport } from './EvidenceFormat';
import { countMetrics, shortTexts, startRecord } from './assuranceRecord';
import { hasMembers, readDocument } from './readDocument';

const needed = ['domain', 'metric', 'deviation'];

const table = z
  .looseObject({
    columns: z.array(z.string()),
    data: z.array(z.array(z.unknown())),
  })
  .refine(({ columns }) => needed.every(name => columns.includes(name)), {
    message: `names ${needed.join(', ')}`,
    path: ['columns'],
  });

function adapt(report: RawReport): AdaptedReport {
  const reading = readDocument(table, report.document);
  if (!reading.ok) return reading;
  const { columns, data } = reading.value;
  const at = columns.indexOf('domain');
  const domains = shortTexts(data.map(row => String(row[at] ?? '')));
  const record = startRecord(report, {
    kind: 'model-tests',
    format: 'giskard/2',
    tool: 'giskard',
  });
  const n = data.length;
  const problems = n
    ? []
    : [
        'the scan lists nothing, which a scan that never ran does too; hand in its log, or a suite of tests',
      ];
  return {
    ok: true,
    records: [
      {
        record: {
          ...record,
          metrics: countMetrics({ evaluated: n, failed: n }, n),
          ...(domains && { claims: { suite: 'giskard scan', domains } }),
        },
        problems,
      },
    ],
  };
}

/** Issues of a scan by Giskard 2 as `to_json` writes them: `{columns, data}`; each row is a finding. */
export const giskardFormat: EvidenceFormat = {
  id: 'giskard',
  title: 'Giskard scan',
  detect: document =>
    hasMembers(document, 'columns', 'data') &&
    Array.isArray(document.columns) &&
    ['domain', 'slicing_fn', 'deviation'].every(name =>
      (document.columns as unknown[]).includes(name),
    ),
  adapt,
};
