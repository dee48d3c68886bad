// Turns each backend's src/schema/openapi.yaml into the document its router
// serves and validates with, and into the types its clients use.
//
//   node scripts/openapi.mjs           writes the generated files
//   node scripts/openapi.mjs --check   fails when one of them is out of date
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const check = process.argv.includes('--check');
const header =
  '// Generated from openapi.yaml by `yarn openapi`. Edit the document, not this file.\n';
const outdated = [];

/** JSON Schema of the zod schema that a module exports by its own name. */
async function fromZod(path) {
  const name = basename(path, '.ts');
  const entry = join(root, 'plugins', path);
  const contents = `import { z } from 'zod';
import { ${name} } from ${JSON.stringify(entry)};
export default z.toJSONSchema(${name});`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: dirname(entry) },
    bundle: true,
    write: false,
    format: 'esm',
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  const module = await import(`data:text/javascript;base64,${code}`);
  const { $schema: _, ...schema } = module.default;
  return schema;
}

/** Fills in the components that say where their schema is written down. */
async function complete(document) {
  for (const schema of Object.values(document.components?.schemas ?? {})) {
    const source = schema['x-generated-from'];
    if (source) Object.assign(schema, await fromZod(source));
  }
  return document;
}

function emit(file, content) {
  if (existsSync(file) && readFileSync(file, 'utf8') === content) return;
  outdated.push(file.slice(root.length + 1));
  if (check) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

for (const name of readdirSync(join(root, 'plugins')).filter(n =>
  n.endsWith('-backend'),
)) {
  const source = join(root, 'plugins', name, 'src/schema/openapi.yaml');
  if (!existsSync(source)) continue;
  const document = await complete(parse(readFileSync(source, 'utf8')));
  emit(
    join(dirname(source), 'openapi.generated.ts'),
    `${header}export const spec = ${JSON.stringify(document, null, 2)};\n`,
  );
  const types = astToString(await openapiTS(document, { alphabetize: false }));
  emit(
    join(
      root,
      'plugins',
      name.replace(/-backend$/, '-common'),
      'src/schema/openapi.generated.ts',
    ),
    `${header}/* eslint-disable */\n${types}`,
  );
}

if (check && outdated.length) {
  process.stderr.write(
    `Out of date, run \`yarn openapi\`: ${outdated.join(', ')}\n`,
  );
  process.exit(1);
}
process.stdout.write(
  outdated.length
    ? `Wrote ${outdated.join(', ')}\n`
    : 'OpenAPI output is up to date\n',
);
