import { parseDocument } from 'yaml';
import { z } from 'zod';
import { headingsOf } from '../evidence/cardHeadings';
import {
  AdaptedRecord,
  AdaptedReport,
  EvidenceFormat,
  RawReport,
} from './EvidenceFormat';
import { shortText, shortTexts, startRecord } from './assuranceRecord';
import { hasMembers, readDocument } from './readDocument';

const mostText = 2_000_000;
const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?/;

const licences = z.union([z.string(), z.array(z.string())]);
const metric = z.looseObject({
  type: z.string(),
  value: z.unknown(),
  verified: z.boolean().optional(),
});
const cardData = z.looseObject({
  license: licences.nullish(),
  license_name: z.string().nullish(),
  'model-index': z
    .array(
      z.looseObject({
        results: z.array(
          z.looseObject({
            dataset: z.looseObject({ name: z.string().optional() }).optional(),
            metrics: z.array(metric),
          }),
        ),
      }),
    )
    .nullish(),
});

type CardData = z.infer<typeof cardData>;

function started(report: RawReport, kind: string) {
  return startRecord(report, {
    kind,
    format: 'huggingface-card/1',
    tool: 'huggingface-card',
  });
}

/** The Hub's short names as SPDX writes them; what it does not know stays as it is. */
const spdx: Record<string, string> = {
  'apache-2.0': 'Apache-2.0',
  mit: 'MIT',
  'bsd-2-clause': 'BSD-2-Clause',
  'bsd-3-clause': 'BSD-3-Clause',
  isc: 'ISC',
  'cc0-1.0': 'CC0-1.0',
  'cc-by-4.0': 'CC-BY-4.0',
  'cc-by-sa-4.0': 'CC-BY-SA-4.0',
  'cc-by-nc-4.0': 'CC-BY-NC-4.0',
  'gpl-3.0': 'GPL-3.0-only',
  'agpl-3.0': 'AGPL-3.0-only',
  'lgpl-3.0': 'LGPL-3.0-only',
  'mpl-2.0': 'MPL-2.0',
  unlicense: 'Unlicense',
};

function licence(
  report: RawReport,
  { license, license_name: own }: CardData,
): AdaptedRecord[] {
  const named = shortTexts(
    [license ?? []]
      .flat()
      .map(name =>
        name === 'other' && own ? `LicenseRef-${own}` : (spdx[name] ?? name),
      ),
  );
  if (!named) return [];
  return [
    {
      record: { ...started(report, 'license'), claims: { license: named } },
      problems: [],
    },
  ];
}

function performance(report: RawReport, data: CardData): AdaptedRecord[] {
  const results = (data['model-index'] ?? []).flatMap(model => model.results);
  const found = results.flatMap(({ dataset, metrics }) =>
    metrics.flatMap(({ type, value, verified = false }) =>
      typeof value === 'number' && Number.isFinite(value)
        ? {
            verified,
            metric: {
              key: shortText(type) ?? '',
              value,
              slice: { attr: 'dataset', group: shortText(dataset?.name) ?? '' },
            },
          }
        : [],
    ),
  );
  if (!found.length) return [];
  const isVerified = found.every(({ verified }) => verified);
  return [
    {
      record: {
        ...started(report, 'performance'),
        metrics: found.map(one => one.metric),
      },
      problems: isVerified
        ? []
        : [
            'the figures of the card are self-reported, not verified; measure this version and hand the report in',
          ],
    },
  ];
}

/** Metadata and Markdown of a card; a list of problems when its front matter is broken. */
function partsOf(document: unknown) {
  if (typeof document !== 'string')
    return {
      ok: true as const,
      data: hasMembers(document, 'cardData') ? document.cardData : document,
      markdown: undefined,
    };
  const refuse = (message: string) => ({
    ok: false as const,
    problems: [{ path: '', message }],
  });
  if (document.length > mostText)
    return refuse(`has more than ${mostText} characters`);
  const match = frontMatter.exec(document);
  if (!match) return { ok: true as const, data: {}, markdown: document };
  const yaml = parseDocument(match[1], { uniqueKeys: true });
  if (yaml.errors.length)
    return refuse(`its front matter: ${yaml.errors[0].message.split('\n')[0]}`);
  try {
    const data: unknown = yaml.toJS({ maxAliasCount: 20 }) ?? {};
    return {
      ok: true as const,
      data,
      markdown: document.slice(match[0].length),
    };
  } catch {
    return refuse('its front matter refers to itself too often');
  }
}

function adapt(report: RawReport): AdaptedReport {
  const parts = partsOf(report.document);
  if (!parts.ok) return parts;
  const reading = readDocument(cardData, parts.data);
  if (!reading.ok) return reading;
  const headings =
    parts.markdown === undefined ? [] : headingsOf(parts.markdown);
  const card: AdaptedRecord[] =
    parts.markdown === undefined
      ? []
      : [
          {
            record: {
              ...started(report, 'card'),
              claims: {
                present: true,
                ...(headings.length && { headings: headings.slice(0, 1000) }),
              },
            },
            problems: [],
          },
        ];
  const records = [
    ...card,
    ...licence(report, reading.value),
    ...performance(report, reading.value),
  ];
  return records.length
    ? { ok: true, records }
    : {
        ok: false,
        problems: [{ path: '', message: 'says nothing of licence or figures' }],
      };
}

/** A model card of the Hugging Face Hub: Markdown with YAML before it, or `{cardData}`. */
export const huggingfaceCardFormat: EvidenceFormat = {
  id: 'huggingface-card',
  title: 'Hugging Face model card',
  detect: document =>
    typeof document === 'string'
      ? frontMatter.test(document)
      : hasMembers(document, 'cardData'),
  adapt,
};
