// The methods of openapi-fetch are named after the HTTP methods: GET, POST.
module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: { 'new-cap': ['error', { capIsNew: false }] },
});
