// ESLint of every package: Backstage's own rules, the arrows between the slices
// (a slice may use what stands left of it, never what stands right, and never
// another slice's backend or frontend), and the house rules.
const { basename } = require('node:path');
const createConfig = require('@backstage/cli/config/eslint-factory');

const slices = [
  'model-catalog',
  'model-scorecard',
  'model-cost',
  'model-delivery',
];

/** Packages of the model catalog whose name does not say so. */
const catalogByName = new Set([
  'model-react',
  'catalog-backend-module-model',
  'scaffolder-backend-module-model',
]);

/** Index of the slice a package belongs to; -1 for portal, tools and neutral modules. */
function sliceOf(name) {
  if (catalogByName.has(name)) return 0;
  return slices.findIndex(
    slice =>
      name === slice ||
      name.startsWith(`${slice}-`) ||
      name.endsWith(`-${slice}`),
  );
}

function arrows(name) {
  const own = sliceOf(name);
  if (own < 0) return { patterns: [], paths: [] };
  const right = slices.slice(own + 1);
  const others = slices.filter((_, index) => index !== own);
  return {
    patterns: right.map(slice => `@modelyard/plugin-${slice}*`),
    paths: others.flatMap(slice => [
      {
        name: `@modelyard/plugin-${slice}`,
        message:
          'A slice never imports the frontend of another: contribute through model-react.',
      },
      {
        name: `@modelyard/plugin-${slice}-backend`,
        message: 'Backends talk over their REST clients.',
      },
    ]),
  };
}

module.exports = dir => {
  const name = basename(dir);
  const { patterns, paths } = arrows(name);
  return createConfig(dir, {
    ignorePatterns: ['**/*.generated.ts'],
    restrictedImportPatterns: ['@material-ui/*', ...patterns],
    restrictedImports: paths,
    restrictedSrcImports: [
      {
        name: '@backstage/core-plugin-api',
        message: 'Only legacy.tsx speaks to the old frontend system.',
      },
    ],
    rules: {
      // openapi-fetch names its methods after the verbs: client.GET(…)
      'new-cap': ['error', { capIsNew: false }],
      'max-lines': [
        'error',
        { max: 250, skipBlankLines: true, skipComments: true },
      ],
    },
    overrides: [
      {
        files: ['src/legacy.tsx'],
        rules: {
          'no-restricted-imports': [
            'error',
            { paths, patterns: ['@material-ui/*', ...patterns] },
          ],
        },
      },
    ],
    testRules: {
      'max-lines': 'off',
      'no-script-url': 'off',
      // Properties of fast-check and shared contract suites assert inside callbacks.
      'jest/expect-expect': 'off',
      'jest/no-conditional-expect': 'off',
      'jest/no-standalone-expect': 'off',
    },
    tsRules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  });
};
