import { readFile, stat } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { ServiceRequest } from '@modelyard/plugin-model-delivery-common';
import { Document, parseDocument } from 'yaml';
import { UsageError } from '../UsageError';

const mostBytes = 512 * 1024;

async function readText(file: string): Promise<string> {
  if (file === '-') return readAll(process.stdin);
  const { size } = await stat(file).catch(() => {
    throw new UsageError(`There is no file ${file}; name a service input`);
  });
  if (size > mostBytes)
    throw new UsageError(
      `${file} has ${size} bytes; a service input has at most ${mostBytes}`,
    );
  return readFile(file, 'utf8');
}

/** @throws UsageError when its aliases make far more of it than is written */
function expand(document: Document, file: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw new UsageError(
      `${file} can't be read: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/**
 * Reads a service input from YAML or JSON; `-` is stdin. What it means is checked
 * by the portal.
 *
 * @throws UsageError naming file and line of what is no YAML
 */
export async function readServiceFile(file: string): Promise<ServiceRequest> {
  const document = parseDocument(await readText(file), { prettyErrors: true });
  const [error] = document.errors;
  if (error) throw new UsageError(`${file}: ${error.message}`);
  const value = expand(document, file);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UsageError(`${file} holds no service input, which is an object`);
  return value as ServiceRequest;
}
