import { Readable } from 'node:stream';
import {
  InvalidField,
  InvalidFieldsError,
} from '@modelyard/plugin-model-catalog-node';
import {
  AdaptedReport,
  CanonicalRecord,
  completeRecord,
  EvidenceInput,
  EvidenceTrust,
  parseCanonicalRecord,
  parseStrictJson,
  RawReport,
  sha256Digest,
} from '@modelyard/plugin-model-scorecard-common';
import { EvidenceProducer } from './openEnvelope';
import { FormatRegistry } from './FormatRegistry';
import { ProducerIdentity } from './ProducerIdentities';
import { NamedVersion } from './statementSubject';

/** A canonical record, and why it proves nothing if so. */
export interface ReadRecord {
  record: CanonicalRecord;
  problems: string[];
  invalid?: boolean;
}

/** A document, whole or in pieces. */
export interface ReportDocument {
  /** `sha256:<hex>` of its bytes. */
  digest: string;
  content: Buffer | Readable;
}

/** A document that is held as a whole. */
export function toDocument(text: string): ReportDocument {
  const content = Buffer.from(text, 'utf8');
  return { digest: sha256Digest(content), content };
}

/** A report whose form was checked; the version it is about was not. */
export interface ReadReport {
  /** The version to look up. */
  version: NamedVersion;
  /** What else names the version; all of them must agree. */
  named: NamedVersion[];
  /** Digests that the report is about, one list a place; each must hold the version's. */
  digests: string[][];
  records: ReadRecord[];
  trust: EvidenceTrust;
  producer?: CanonicalRecord['producer'];
  /** The document as it is kept. */
  document: ReportDocument;
}

/** What reading a report needs to know. */
export interface ReadReportOptions {
  formats: FormatRegistry;
  producers: readonly EvidenceProducer[];
  /** When the report came in, UTC ISO 8601. */
  receivedAt: string;
  /** Who handed it in, as a verified token says. */
  identity?: ProducerIdentity;
}

/** Problems of a part of a request, as an error. */
export function fieldsUnder(
  prefix: string,
  problems: InvalidField[],
): InvalidFieldsError {
  return new InvalidFieldsError(
    problems.map(({ path, message }) => ({
      path: `${prefix}${path}`,
      message,
    })),
  );
}

/** A report's document: parsed when it is JSON, and where it is in the request. */
export function documentOf(
  input: { document?: unknown; text?: string },
  at = '',
): { at: string; document: unknown } {
  const { document, text } = input;
  if ((document === undefined) === (text === undefined))
    throw new InvalidFieldsError([
      { path: `${at}/document`, message: 'send either document or text' },
    ]);
  if (text === undefined) return { at: `${at}/document`, document };
  if (!/^\s*[[{]/.test(text) || isJsonLines(text))
    return { at: `${at}/text`, document: text };
  const json = parseStrictJson(text);
  if (!json.ok) throw fieldsUnder(`${at}/text`, json.problems);
  return { at: `${at}/text`, document: json.value };
}

/** Whether the first two lines are a JSON object each. */
function isJsonLines(text: string): boolean {
  const [first, second = ''] = text.trim().split('\n', 2);
  return /^\s*\{.*\}\s*$/.test(first) && /^\s*\{.*\}\s*$/.test(second);
}

const undated =
  'The report does not say when it was made; send producedAt with it';

/**
 * Turns what a format gave into records that can be stored.
 *
 * @param at - where the document is in the request
 * @throws InvalidFieldsError when a format gave what no record may hold
 */
export function completeRecords(
  adapted: AdaptedReport & { ok: true },
  receivedAt: string,
  at: string,
): ReadRecord[] {
  return adapted.records.map(({ record, problems, invalid }) => {
    const dated = { ...record, producedAt: record.producedAt ?? receivedAt };
    const parsed = parseCanonicalRecord(dated);
    if (!parsed.ok)
      throw fieldsUnder(
        at,
        parsed.problems.map(({ path, message }) => ({
          path: '',
          message: `gives a record whose ${path} ${message}`,
        })),
      );
    return {
      invalid,
      problems: record.producedAt ? problems : [...problems, undated],
      record: completeRecord(parsed.record),
    };
  });
}

/** What the sender of a report says of it. */
export function toRawReport(
  document: unknown,
  { producedAt, declared }: Pick<EvidenceInput, 'producedAt' | 'declared'>,
): RawReport {
  return {
    document,
    declared,
    producedAt: producedAt && new Date(producedAt).toISOString(),
  };
}
