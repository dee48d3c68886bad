import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { FileHandle, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { InvalidFieldsError } from '@modelyard/plugin-model-catalog-node';
import {
  EvidenceFormat,
  ScorecardSubject,
} from '@modelyard/plugin-model-scorecard-common';
import {
  completeRecords,
  fieldsUnder,
  ReadReport,
  ReadReportOptions,
} from './reportParts';
import { ReportTooLargeError } from './ReportTooLargeError';

/** A report that comes piece by piece. */
export interface StreamedInput {
  subject: ScorecardSubject;
  format: string;
  producedAt?: string;
  content: Readable;
}

/** {@link ReadReportOptions} of a stream. */
export interface StreamOptions extends ReadReportOptions {
  maxBytes: number;
}

/** Passes pieces on while they are hashed and written to a file. */
async function* spool(
  content: Readable,
  file: FileHandle,
  hash: ReturnType<typeof createHash>,
  maxBytes: number,
): AsyncIterable<Uint8Array> {
  let size = 0;
  // The request must outlive an error: it is still to be answered and audited.
  for await (const chunk of content.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > maxBytes) throw new ReportTooLargeError(maxBytes);
    hash.update(chunk);
    await file.write(chunk);
    yield chunk;
  }
}

function streamingFormat(
  id: string,
  formats: ReadReportOptions['formats'],
): EvidenceFormat & Required<Pick<EvidenceFormat, 'adaptStream'>> {
  const format = formats.resolve(id, undefined);
  if (format !== 'dsse' && format.adaptStream)
    return { ...format, adaptStream: format.adaptStream };
  throw new InvalidFieldsError([
    {
      path: '/query/format',
      message: `reports of format ${id} can't be sent in pieces; send it as text or document of POST /evidence`,
    },
  ]);
}

/**
 * Reads a report that is too large to be held, and hands it on with its records.
 * It lies in a file that is gone when `use` has ended.
 *
 * @throws InvalidFieldsError, ReportTooLargeError
 */
export async function readStreamedReport<T>(
  input: StreamedInput,
  options: StreamOptions,
  use: (report: ReadReport) => Promise<T>,
): Promise<T> {
  const format = streamingFormat(input.format, options.formats);
  const path = join(tmpdir(), `modelyard-report-${randomUUID()}`);
  const file = await open(path, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    const chunks = spool(input.content, file, hash, options.maxBytes);
    const adapted = await format.adaptStream(chunks, {
      producedAt: input.producedAt,
    });
    if (!adapted.ok) throw fieldsUnder('/body', adapted.problems);
    const { ref, version, digest } = input.subject;
    return await use({
      version: { ref, version },
      named: [],
      digests: [[digest]],
      records: completeRecords(adapted, options.receivedAt, '/body'),
      trust: 'manual',
      document: {
        digest: `sha256:${hash.digest('hex')}`,
        content: createReadStream(path),
      },
    });
  } finally {
    await file.close();
    await rm(path, { force: true });
  }
}
