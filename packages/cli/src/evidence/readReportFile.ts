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

/** A report of a tool as it lies in a file. */
export interface ReportFile {
  name: string;
  text: string;
  /** Parsed when it is JSON, else the text. */
  document: unknown;
  /** Id of its format; `dsse` for a signed one. */
  format: string;
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
  if (name !== '-') {
    const found = await stat(name).catch(() => {
      throw new UsageError(`${name} does not exist`);
    });
    if (found.size > mostBytes)
      throw new UsageError(
        `${name} has ${found.size} bytes; at most ${mostBytes} can be sent, so leave out samples, or send SARIF to /evidence/stream`,
      );
  }
  const text =
    name === '-' ? await readAll(process.stdin) : await readFile(name, 'utf8');
  const document = parse(text, name);
  return { name, text, document, format: format ?? detect(document, name) };
}

/** What the portal will make of a report, as far as it can be told here. */
export function adaptHere(
  { document, format }: ReportFile,
  declared: DeclaredContext | undefined,
  producedAt: string | undefined,
): AdaptedReport | undefined {
  const known = builtInFormats.find(({ id }) => id === format);
  return known?.adapt({ document, declared, producedAt });
}
