import {
  ModelManifest,
  modelManifestSchema,
} from '@modelyard/plugin-model-catalog-common';
import { SourceProblem } from '@modelyard/plugin-model-catalog-node';
import { z } from 'zod';
import { findLines, readYaml, UnreadableYaml } from './readYaml';

/** A manifest, or what speaks against it. */
export interface ParsedManifest {
  manifest?: ModelManifest;
  problems: SourceProblem[];
}

const maxProblems = 20;

interface Finding {
  path: PropertyKey[];
  message: string;
  severity: 'error' | 'warning';
}

/** A path as a JSON Pointer (RFC 6901). */
export function toPointer(path: PropertyKey[]): string {
  return path
    .map(key => `/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`)
    .join('');
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/**
 * Keys of the document that the schema has dropped. Values under free keys, such
 * as parameters, are in both.
 */
function findUnknownKeys(
  read: unknown,
  kept: unknown,
  path: PropertyKey[] = [],
): Finding[] {
  if (!isContainer(read) || !isContainer(kept)) return [];
  return Object.keys(read).flatMap(key => {
    const at = [...path, Array.isArray(read) ? Number(key) : key];
    if (kept[key] !== undefined || read[key] === undefined)
      return findUnknownKeys(read[key], kept[key], at);
    return [
      {
        path: at,
        message:
          'is not a field of a manifest and was left out; check its spelling',
        severity: 'warning' as const,
      },
    ];
  });
}

function toFindings(error: z.ZodError): Finding[] {
  return error.issues.map(issue => ({
    path: issue.path,
    message:
      issue.code === 'invalid_type' && issue.input === undefined
        ? 'is missing'
        : issue.message,
    severity: 'error' as const,
  }));
}

function toProblems(
  findings: Finding[],
  text: string,
  file: string,
): SourceProblem[] {
  if (findings.length === 0) return [];
  const shown = findings.slice(0, maxProblems);
  const lines = findLines(
    text,
    shown.map(finding => finding.path),
  );
  return shown.map((finding, index) => ({
    file,
    line: lines[index],
    field: toPointer(finding.path),
    message: finding.message,
    severity: finding.severity,
  }));
}

/**
 * Reads the text of a manifest. Either it is accepted whole, perhaps with
 * warnings, or it is refused with file, line, field and reason. Never throws.
 */
export function parseManifest(text: string, file: string): ParsedManifest {
  let value: unknown;
  try {
    value = readYaml(text);
  } catch (error) {
    if (!(error instanceof UnreadableYaml)) throw error;
    return {
      problems: [
        {
          file,
          line: error.line ?? 1,
          message: error.message,
          severity: 'error',
        },
      ],
    };
  }
  const result = modelManifestSchema.safeParse(value, { reportInput: true });
  return result.success
    ? {
        manifest: result.data,
        problems: toProblems(findUnknownKeys(value, result.data), text, file),
      }
    : { problems: toProblems(toFindings(result.error), text, file) };
}
