const config = require('../../scripts/eslint.cjs')(__dirname);

module.exports = {
  ...config,
  overrides: [
    ...config.overrides,
    {
      // What the planner's own tests are made of is no part of what it exports.
      files: ['src/planner.ts'],
      rules: {
        '@backstage/no-forbidden-package-imports': 'off',
        'no-restricted-imports': 'off',
      },
    },
  ],
};
