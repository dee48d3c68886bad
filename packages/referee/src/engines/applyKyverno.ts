import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { z } from 'zod';
import { KubernetesObject } from '../planner';
import { run, tail } from '../tools/run';

const resultSchema = z.object({
  policy: z.string(),
  result: z.enum(['pass', 'fail', 'error', 'skip', 'warn']),
  // Versions of the report call them one thing or another.
  message: z.string().optional(),
  description: z.string().optional(),
  resources: z.array(z.object({ name: z.string() })).optional(),
  subjects: z.array(z.object({ name: z.string() })).optional(),
});
const reportSchema = z.object({ results: z.array(resultSchema) });

/** What one policy says of one object. */
export type KyvernoResult = z.infer<typeof resultSchema>;

/** Kyverno's command and what it works with. */
export interface KyvernoOptions {
  binary: string;
  /** A folder of its own, for policies and resources. */
  folder: string;
  /** Definitions of custom kinds; it reads them anew for every resource. */
  stubs: readonly KubernetesObject[];
}

const nameAt = (index: number) => `case-${index}`;

// One folder, because of several only the first is read.
function writeAll(
  { folder, stubs }: KyvernoOptions,
  policies: readonly KubernetesObject[],
  objects: readonly KubernetesObject[],
): string[] {
  const resources = join(folder, 'resources');
  mkdirSync(resources, { recursive: true });
  const write = (path: string, documents: readonly object[]) => {
    const texts = documents.map(document =>
      stringify(document, { aliasDuplicateObjects: false }),
    );
    writeFileSync(join(folder, path), texts.join('---\n'));
  };
  objects.forEach((object, index) => {
    const metadata = { ...object.metadata, name: nameAt(index) };
    write(`resources/${nameAt(index)}.yaml`, [{ ...object, metadata }]);
  });
  write('policies.yaml', policies);
  write('definitions.yaml', stubs);
  return [
    ...['apply', join(folder, 'policies.yaml'), '--resource', resources],
    ...['--crd-paths', join(folder, 'definitions.yaml')],
    ...['--policy-report', '--output-format', 'json', '--remove-color'],
  ];
}

/**
 * Lets `kyverno apply` hold objects against policies.
 *
 * @returns for each object, what each policy said of it; nothing where none is for
 *   its kind
 */
export async function applyKyverno(
  options: KyvernoOptions,
  policies: readonly KubernetesObject[],
  objects: readonly KubernetesObject[],
): Promise<KyvernoResult[][]> {
  const args = writeAll(options, policies, objects);
  // Violations are why it ends with 1; an error says nothing that parses.
  const { stdout, stderr } = await run(options.binary, args);
  const begin = stdout.indexOf('{');
  if (begin < 0) {
    throw new Error(`Kyverno judges nothing:\n${tail(stderr || stdout)}`);
  }
  const { results } = reportSchema.parse(JSON.parse(stdout.slice(begin)));
  const byName = new Map<string, KyvernoResult[]>();
  for (const result of results) {
    for (const { name } of result.resources ?? result.subjects ?? []) {
      byName.set(name, [...(byName.get(name) ?? []), result]);
    }
  }
  return objects.map((_, index) => byName.get(nameAt(index)) ?? []);
}
