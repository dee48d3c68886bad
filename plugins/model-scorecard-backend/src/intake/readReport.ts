import {
  InvalidField,
  InvalidFieldsError,
} from '@modelyard/plugin-model-catalog-node';
import {
  canonicalJson,
  CanonicalRecord,
  EvidenceInput,
  EvidenceTrust,
  parseCanonicalRecord,
  parseStrictJson,
  problemsOfRecord,
  ScorecardSubject,
} from '@modelyard/plugin-model-scorecard-common';
import { AdaptedRecord } from '@modelyard/plugin-model-scorecard-node';
import { EvidenceProducer } from './dsse';
import { FormatRegistry } from './FormatRegistry';
import { openEnvelope } from './openEnvelope';

/** A report whose form was checked; the version it is about was not. */
export interface ReadReport {
  subject: ScorecardSubject;
  records: AdaptedRecord[];
  trust: EvidenceTrust;
  producer?: CanonicalRecord['producer'];
  /** The document as it is kept. */
  bytes: Buffer;
}

/** What {@link readReport} needs to know. */
export interface ReadReportOptions {
  formats: FormatRegistry;
  producers: readonly EvidenceProducer[];
}

function under(prefix: string, problems: InvalidField[]): InvalidFieldsError {
  return new InvalidFieldsError(
    problems.map(({ path, message }) => ({
      path: `${prefix}${path}`,
      message,
    })),
  );
}

function documentOf(input: EvidenceInput): { at: string; document: unknown } {
  if ((input.document === undefined) === (input.text === undefined))
    throw new InvalidFieldsError([
      { path: '/document', message: 'send either document or text' },
    ]);
  if (input.text === undefined)
    return { at: '/document', document: input.document };
  if (!/^\s*[[{]/.test(input.text))
    return { at: '/text', document: input.text };
  const json = parseStrictJson(input.text);
  if (!json.ok) throw under('/text', json.problems);
  return { at: '/text', document: json.value };
}

function bytesOf({ text, document }: EvidenceInput): Buffer {
  return Buffer.from(text ?? canonicalJson(document), 'utf8');
}

/**
 * Reads an envelope: a record that a configured producer has signed.
 *
 * @param at - JSON Pointer of the envelope in the request
 * @throws InvalidFieldsError
 */
export function readSignedReport(
  document: unknown,
  at: string,
  { producers }: ReadReportOptions,
): ReadReport {
  const envelope = openEnvelope(document, producers);
  if (!envelope.ok) throw under(at, envelope.problems);
  const { producer, subject, predicate } = envelope.opened;
  const result = parseCanonicalRecord(predicate, `${at}/payload/predicate`);
  if (!result.ok) throw under('', result.problems);
  const { record } = result;
  return {
    subject,
    records: [{ record, problems: problemsOfRecord(record) }],
    trust: 'signed',
    producer: { ...record.producer, name: producer.name },
    bytes: Buffer.from(canonicalJson(document), 'utf8'),
  };
}

/**
 * Reads the body of a request with evidence.
 *
 * @throws InvalidFieldsError naming each field that can't be believed
 */
export function readReport(
  input: EvidenceInput,
  options: ReadReportOptions,
): ReadReport {
  const { at, document } = documentOf(input);
  const format = options.formats.resolve(input.format, document);
  if (format === 'dsse')
    return {
      ...readSignedReport(document, at, options),
      bytes: bytesOf(input),
    };
  const { subject, producedAt, producer } = input;
  const adapted = format.adapt({
    document,
    producedAt: producedAt && new Date(producedAt).toISOString(),
  });
  if (!adapted.ok) throw under(at, adapted.problems);
  return {
    subject,
    records: adapted.records,
    trust: 'manual',
    producer,
    bytes: bytesOf(input),
  };
}
