import { readFile, stat } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import {
  AdaptedReport,
  builtInFormats,
  DeclaredContext,
  parseStrictJson,
} from '@modelyard/plugin-model-scorecard-common';
import { UsageError } from '../UsageError';

const mostBytes = 9_000_000;
const streamedFormats = builtInFormats
  .filter(({ adaptStream }) => adaptStream)
  .map(({ id }) => id)
  .join(' or ');

/** A report of a tool as it lies in a file. */
export interface ReportFile {
  name: string;
  text: string;
  /** Parsed when it is JSON, else the text. */
  document: unknown;
  /** Id of its format; `dsse` for a signed one. */
  format: string;
  /** Too large to be sent at once, and so neither parsed nor signed here. */
  isLarge?: boolean;
}

function isEnvelope(document: unknown): boolean {
  if (typeof document !== 'object' || document === null) return false;
  const isBundle =
    'mediaType' in document &&
    String(document.mediaType).includes('sigstore.bundle');
  return isBundle || ('payloadType' in document && 'signatures' in document);
}

function detect(document: unknown, name: string): string {
  if (isEnvelope(document)) return 'dsse';
  const matching = builtInFormats.filter(format => format.detect(document));
  if (matching.length === 1) return matching[0].id;
  throw new UsageError(
    matching.length
      ? `${name} could be ${matching.map(({ id }) => id).join(' or ')}; say which with --format`
      : `no format recognises ${name}; name it with --format (${builtInFormats.map(({ id }) => id).join(', ')}), or auto to ask the portal`,
  );
}

function parse(text: string, name: string): unknown {
  if (!/^\s*[[{]/.test(text) || /^\s*\{.*\}\s*\n\s*\{/.test(text)) return text;
  const json = parseStrictJson(text);
  if (json.ok) return json.value;
  const [{ path, message }] = json.problems;
  throw new UsageError(`${name} at ${path || '/'}: ${message}`);
}

async function isLarge(name: string): Promise<boolean> {
  if (name === '-') return false;
  const found = await stat(name).catch(() => {
    throw new UsageError(`${name} does not exist`);
  });
  return found.size > mostBytes;
}

async function readLarge(name: string, format?: string): Promise<ReportFile> {
  const known = builtInFormats.find(({ id }) => id === format);
  if (!format || (known && !known.adaptStream))
    throw new UsageError(
      `${name} has more than ${mostBytes} bytes, which only formats that are read piece by piece may have: leave out samples, or say --format ${streamedFormats}`,
    );
  const text = await readFile(name, 'utf8');
  return { name, text, document: undefined, format, isLarge: true };
}

/**
 * Reads a report and finds out its format.
 *
 * @param format - from the command line, instead of finding it out
 * @throws UsageError naming the file, the place and the remedy
 */
export async function readReportFile(
  name: string,
  format?: string,
): Promise<ReportFile> {
  if (await isLarge(name)) return readLarge(name, format);
  const text =
    name === '-' ? await readAll(process.stdin) : await readFile(name, 'utf8');
  const document = parse(text, name);
  return { name, text, document, format: format ?? detect(document, name) };
}

/** What the portal will make of a report, as far as it can be told here. */
export function adaptHere(
  { document, format, isLarge: unread }: ReportFile,
  declared: DeclaredContext | undefined,
  producedAt: string | undefined,
): AdaptedReport | undefined {
  if (unread) return undefined;
  const known = builtInFormats.find(({ id }) => id === format);
  return known?.adapt({ document, declared, producedAt });
}
