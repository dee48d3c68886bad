// Makes a strict JSON schema (draft-07) of a CustomResourceDefinition, for tests
// that hold planned objects against it: unknown fields and `status` are refused.
//
//   node scripts/crd-schema.mjs <crd.yaml> <version> <folder>
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

const key =
  '^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$';
const metadata = {
  type: 'object',
  additionalProperties: false,
  required: ['name'],
  properties: {
    name: {
      type: 'string',
      minLength: 1,
      maxLength: 253,
      pattern: '^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$',
    },
    namespace: {
      type: 'string',
      maxLength: 63,
      pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$',
    },
    labels: {
      type: 'object',
      propertyNames: { pattern: key },
      additionalProperties: {
        type: 'string',
        maxLength: 63,
        pattern: '^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$',
      },
    },
    annotations: {
      type: 'object',
      propertyNames: { pattern: key },
      additionalProperties: { type: 'string' },
    },
  },
};

const kept = [
  'type',
  'required',
  'enum',
  'pattern',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
];

function mapValues(object, change) {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [name, change(value)]),
  );
}

function strict(node) {
  if (node['x-kubernetes-int-or-string'])
    return { type: ['integer', 'string'] };
  const made = Object.fromEntries(
    kept.filter(name => name in node).map(name => [name, node[name]]),
  );
  if (node.items) made.items = strict(node.items);
  if (node.properties) made.properties = mapValues(node.properties, strict);
  const { additionalProperties: more } = node;
  if (more && typeof more === 'object')
    made.additionalProperties = strict(more);
  else if (node.properties && !node['x-kubernetes-preserve-unknown-fields'])
    made.additionalProperties = false;
  return made;
}

/** Says once what stands in several places. */
function share(root) {
  const seen = new Map();
  const definitions = {};
  const count = node => {
    if (typeof node !== 'object' || node === null) return;
    Object.values(node).forEach(count);
    const text = JSON.stringify(node);
    if (text.length > 300 && node.type)
      seen.set(text, (seen.get(text) ?? 0) + 1);
  };
  const replace = (node, isRoot) => {
    if (typeof node !== 'object' || node === null) return node;
    const text = JSON.stringify(node);
    const change = () =>
      Array.isArray(node)
        ? node.map(item => replace(item))
        : mapValues(node, value => replace(value));
    if (isRoot || (seen.get(text) ?? 0) < 2) return change();
    const id = createHash('sha256').update(text).digest('hex').slice(0, 10);
    definitions[id] ??= change();
    return { $ref: `#/definitions/${id}` };
  };
  count(root);
  return { ...replace(root, true), definitions };
}

function toSchema(crd, versionName) {
  const { group, names, versions } = crd.spec;
  const { schema } = versions.find(({ name }) => name === versionName);
  const { spec } = schema.openAPIV3Schema.properties;
  return {
    file: `${names.kind.toLowerCase()}-${group}-${versionName}.json`,
    schema: {
      $schema: 'http://json-schema.org/draft-07/schema#',
      ...share({
        type: 'object',
        required: ['apiVersion', 'kind', 'metadata', 'spec'],
        properties: {
          apiVersion: { type: 'string', enum: [`${group}/${versionName}`] },
          kind: { type: 'string', enum: [names.kind] },
          metadata,
          spec: strict(spec),
        },
        additionalProperties: false,
      }),
    },
  };
}

const [crdFile, version, folder] = process.argv.slice(2);
if (!folder) {
  process.stderr.write('usage: crd-schema.mjs <crd.yaml> <version> <folder>\n');
  process.exit(2);
}
for (const document of parseAllDocuments(readFileSync(crdFile, 'utf8'))) {
  const crd = document.toJS();
  if (crd?.kind !== 'CustomResourceDefinition') continue;
  const { file, schema } = toSchema(crd, version);
  writeFileSync(join(folder, file), `${JSON.stringify(schema)}\n`);
  process.stdout.write(`${file}\n`);
}
