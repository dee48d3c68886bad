// Proves that lint holds the arrows between the slices in every package: a wrong
// import is refused, a right one is not, and no package is left out.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { root } from '../toolchain.mjs';

const slices = [
  'model-catalog',
  'model-scorecard',
  'model-cost',
  'model-delivery',
];

/** Packages whose name does not begin with their slice. */
const slicesByName = {
  'model-react': 'model-catalog',
  'catalog-backend-module-model': 'model-catalog',
  'scaffolder-backend-module-model': 'model-catalog',
  'catalog-backend-module-model-delivery': 'model-delivery',
  'scaffolder-backend-module-model-delivery': 'model-delivery',
};

/** Packages that belong to no slice. */
const neutral = new Set(['auth-backend-module-personas']);

function sliceOf(name) {
  return (
    slicesByName[name] ??
    slices.find(slice => name === slice || name.startsWith(`${slice}-`))
  );
}

/** Packages that a slice may not import, and some that it may. */
function importsOf(slice) {
  const index = slices.indexOf(slice);
  const others = slices.filter(other => other !== slice);
  return {
    wrong: [
      ...slices.slice(index + 1).map(right => `${right}-common`),
      ...others.flatMap(other => [other, `${other}-backend`]),
    ],
    right: slices.slice(0, index + 1).map(left => `${left}-common`),
  };
}

async function isRefused(eslint, file, from) {
  const code = `import * as imported from '${from}';\nexport const used = imported;\n`;
  const [{ messages }] = await eslint.lintText(code, { filePath: file });
  return messages.some(({ ruleId }) => ruleId === 'no-restricted-imports');
}

async function mistakesOf(name) {
  const slice = sliceOf(name);
  if (!slice) return neutral.has(name) ? [] : [`${name} belongs to no slice`];
  const folder = join(root, 'plugins', name);
  const eslint = new ESLint({ cwd: folder });
  const file = join(folder, 'src/arrows.ts');
  const { wrong, right } = importsOf(slice);
  const mistakes = [];
  for (const from of wrong)
    if (!(await isRefused(eslint, file, `@modelyard/plugin-${from}`)))
      mistakes.push(`${name} may import ${from}, and must not`);
  for (const from of right)
    if (await isRefused(eslint, file, `@modelyard/plugin-${from}`))
      mistakes.push(`${name} must be allowed to import ${from}`);
  const old = '@backstage/core-plugin-api';
  const legacy = join(folder, 'src/legacy.tsx');
  if (!(await isRefused(eslint, file, old)))
    mistakes.push(`${name} may import ${old} outside of legacy.tsx`);
  if (await isRefused(eslint, legacy, old))
    mistakes.push(`${name} must be allowed to import ${old} in legacy.tsx`);
  return mistakes;
}

const mistakes = [];
for (const name of readdirSync(join(root, 'plugins')))
  mistakes.push(...(await mistakesOf(name)));
if (mistakes.length) {
  process.stderr.write(`${mistakes.join('\n')}\n`);
  process.exitCode = 1;
}
