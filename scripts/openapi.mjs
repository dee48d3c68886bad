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
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const check = process.argv.includes('--check');
const header =
  '// Generated from openapi.yaml by `yarn openapi`. Edit the document, not this file.\n';
const outdated = [];

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
  const document = parse(readFileSync(source, 'utf8'));
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
