import {
  canonicalJson,
  DsseEnvelope,
  EvidenceInput,
} from '@modelyard/plugin-model-scorecard-common';
import { readSignedReport } from './readSignedReport';
import {
  completeRecords,
  documentOf,
  fieldsUnder,
  ReadReport,
  ReadReportOptions,
  toDocument,
  toRawReport,
} from './reportParts';

/**
 * Reads the body of a request with evidence.
 *
 * @throws InvalidFieldsError naming each field that can't be believed
 */
export function readReport(
  input: EvidenceInput | DsseEnvelope,
  options: ReadReportOptions,
): ReadReport {
  if ('payloadType' in input) return readSignedReport(input, '', options);
  const { at, document } = documentOf(input);
  const { formats, identity, receivedAt } = options;
  const kept = toDocument(input.text ?? canonicalJson(document));
  const format = formats.resolve(input.format, document);
  if (format === 'dsse')
    return {
      ...readSignedReport(document, at, options, input),
      document: kept,
    };
  const adapted = format.adapt(toRawReport(document, input));
  if (!adapted.ok) throw fieldsUnder(at, adapted.problems);
  const { subject, producer } = input;
  return {
    document: kept,
    version: { ref: subject.ref, version: subject.version },
    named: [],
    digests: [[subject.digest]],
    records: completeRecords(adapted, receivedAt, at),
    trust: identity ? 'oidc' : 'manual',
    producer: identity ? { ...producer, ...identity.producer } : producer,
  };
}
