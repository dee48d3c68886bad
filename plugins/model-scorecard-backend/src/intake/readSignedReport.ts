import { InvalidFieldsError } from '@modelyard/plugin-model-catalog-node';
import {
  canonicalJson,
  EvidenceInput,
  RawReport,
} from '@modelyard/plugin-model-scorecard-common';
import { z } from 'zod';
import { FormatRegistry } from './FormatRegistry';
import { openEnvelope, VerifiedStatement } from './openEnvelope';
import {
  completeRecords,
  documentOf,
  fieldsUnder,
  ReadReport,
  ReadReportOptions,
  toDocument,
  toRawReport,
} from './reportParts';
import { digestOfStatement, versionOfStatement } from './statementSubject';

/**
 * Predicate type of a signed report of any format:
 * `{format, document | text, producedAt?, declared?}`.
 */
export const reportPredicateType = 'https://modelyard.io/report/v1';

const reportPredicate = z.looseObject({
  format: z.string().min(1),
  document: z.unknown().optional(),
  text: z.string().optional(),
  producedAt: z.iso.datetime({ offset: true }).optional(),
  declared: z.looseObject({}).optional(),
});

function readPredicate(
  { predicateType, predicate }: VerifiedStatement,
  at: string,
  formats: FormatRegistry,
) {
  if (predicateType !== reportPredicateType)
    return {
      at,
      format: formats.ofPredicate(predicateType, `${at}Type`),
      report: { document: predicate } satisfies RawReport,
    };
  const parsed = reportPredicate.safeParse(predicate);
  if (!parsed.success)
    throw fieldsUnder(
      at,
      parsed.error.issues.map(({ path, message }) => ({
        path: path.map(key => `/${String(key)}`).join(''),
        message,
      })),
    );
  const { at: where, document } = documentOf(parsed.data, at);
  const format = formats.resolve(parsed.data.format, document);
  if (format === 'dsse')
    throw new InvalidFieldsError([
      {
        path: `${at}/format`,
        message: 'an envelope in an envelope is refused',
      },
    ]);
  return { at: where, format, report: toRawReport(document, parsed.data) };
}

function unnamed(at: string): InvalidFieldsError {
  return new InvalidFieldsError([
    {
      path: `${at}/payload/subject/0/name`,
      message:
        'does not name <model ref>@<version>; send the envelope as document with a subject beside it',
    },
  ]);
}

/**
 * Reads an envelope or Sigstore bundle: a report that a configured producer has
 * signed, in the format that its predicate type or its predicate names.
 *
 * @param at - JSON Pointer of the envelope in the request
 * @param input - the request, where the envelope is only its document
 * @throws InvalidFieldsError
 */
export function readSignedReport(
  document: unknown,
  at: string,
  { formats, producers, receivedAt, identity }: ReadReportOptions,
  input?: EvidenceInput,
): ReadReport {
  const envelope = openEnvelope(document, producers);
  if (!envelope.ok) throw fieldsUnder(at, envelope.problems);
  const { producer, statement } = envelope.opened;
  const predicate = readPredicate(
    statement,
    `${at}/payload/predicate`,
    formats,
  );
  const adapted = predicate.format.adapt({
    ...predicate.report,
    producedAt:
      predicate.report.producedAt ??
      toRawReport(undefined, input ?? {}).producedAt,
    statement,
  });
  if (!adapted.ok) throw fieldsUnder(predicate.at, adapted.problems);
  const signed = versionOfStatement(statement);
  const version = input?.subject ?? signed;
  if (!version) throw unnamed(at);
  return {
    version,
    named: signed ? [signed] : [],
    digests: [
      [digestOfStatement(statement), ...(adapted.digests ?? [])],
      ...(input ? [[input.subject.digest]] : []),
    ],
    records: completeRecords(adapted, receivedAt, predicate.at),
    trust: 'signed',
    producer: { ...identity?.producer, ...producer },
    document: toDocument(canonicalJson(document)),
  };
}
