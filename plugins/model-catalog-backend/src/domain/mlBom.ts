import {
  isSpdxId,
  isWebAddress,
  ModelArtifact,
  ModelDataset,
  ModelRow,
  VersionDetail,
} from '@modelyard/plugin-model-catalog-common';
import { sha256 } from './versionDigest';

/** Part of a bill of materials, as CycloneDX 1.6 names its fields. */
export interface BomComponent {
  type: 'machine-learning-model' | 'file' | 'data';
  'bom-ref': string;
  name: string;
  version?: string;
  description?: string;
  publisher?: string;
  hashes?: { alg: 'SHA-256' | 'MD5'; content: string }[];
  licenses?: BomLicense[];
  externalReferences?: { type: string; url: string }[];
  modelCard?: BomModelCard;
  data?: { type: 'dataset'; name: string }[];
  properties?: BomProperty[];
}

interface BomProperty {
  name: string;
  value: string;
}

type BomLicense =
  { license: { id: string } | { name: string } } | { expression: string };

interface BomModelCard {
  modelParameters?: { task?: string; datasets?: { ref: string }[] };
  quantitativeAnalysis?: {
    performanceMetrics: { type: string; value: string; slice?: string }[];
  };
}

/** A CycloneDX 1.6 document about one version of a model. */
export interface MlBom {
  bomFormat: 'CycloneDX';
  specVersion: '1.6';
  serialNumber: string;
  version: 1;
  metadata: { timestamp: string; component: BomComponent };
  components: BomComponent[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

const hashPattern = /^(?:sha256:([0-9a-f]{64})|md5:([0-9a-f]{32}))$/;

function hashesOf(digest: string | undefined): BomComponent['hashes'] {
  const [, sha, md5] = hashPattern.exec(digest ?? '') ?? [];
  if (sha !== undefined) return [{ alg: 'SHA-256', content: sha }];
  return md5 === undefined ? undefined : [{ alg: 'MD5', content: md5 }];
}

function licensesOf(license: string | undefined): BomLicense[] | undefined {
  if (!license) return undefined;
  if (isSpdxId(license)) return [{ license: { id: license } }];
  if (/\b(AND|OR|WITH)\b/.test(license)) return [{ expression: license }];
  return [{ license: { name: license } }];
}

/** Leaves out what is unknown: absent, never empty. */
function known<T extends object>(fields: T): T {
  const isKnown = (value: unknown) =>
    value !== undefined && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => isKnown(value)),
  ) as T;
}

/** The same for the same version: the first 32 digits of a sha256, as a UUID of version 8. */
function serialNumber(ref: string, version: VersionDetail): string {
  const hex = sha256(`${ref}\n${version.version}\n${version.digest}`);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return `urn:uuid:${parts.join('-')}`;
}

function toFile(artifact: ModelArtifact, index: number): BomComponent {
  const { uri, digest, sizeBytes, format } = artifact;
  return known({
    type: 'file' as const,
    'bom-ref': `artifact-${index + 1}`,
    name: uri.replace(/\/+$/, '').split('/').pop() || uri,
    hashes: hashesOf(digest),
    externalReferences: isWebAddress(uri)
      ? [{ type: 'distribution', url: encodeURI(decode(uri)) }]
      : undefined,
    properties: [
      { name: 'modelyard:uri', value: uri },
      ...(sizeBytes === undefined
        ? []
        : [{ name: 'modelyard:sizeBytes', value: String(sizeBytes) }]),
      ...(format ? [{ name: 'modelyard:format', value: format }] : []),
    ],
  });
}

/** An address may hold `%` that encodes nothing. */
function decode(uri: string): string {
  try {
    return decodeURI(uri);
  } catch {
    return uri.replaceAll('%', '');
  }
}

function toData(dataset: ModelDataset, index: number): BomComponent {
  const { name, digest, role } = dataset;
  return known({
    type: 'data' as const,
    'bom-ref': `dataset-${index + 1}`,
    name,
    hashes: hashesOf(digest),
    data: [{ type: 'dataset' as const, name }],
    properties: [
      ...(digest ? [{ name: 'modelyard:digest', value: digest }] : []),
      ...(role ? [{ name: 'modelyard:role', value: role }] : []),
    ],
  });
}

function toBaseModel(name: string, index: number): BomComponent {
  return {
    type: 'machine-learning-model',
    'bom-ref': `base-model-${index + 1}`,
    name,
  };
}

function toModelCard(
  model: ModelRow,
  version: VersionDetail,
  datasets: BomComponent[],
): BomModelCard | undefined {
  const parameters = known({
    task: model.task,
    datasets: datasets.map(dataset => ({ ref: dataset['bom-ref'] })),
  });
  const performanceMetrics = version.metrics.map(
    ({ name, value, split, dataset }) =>
      known({
        type: name,
        value: String(value),
        slice: [dataset, split].filter(Boolean).join(' ') || undefined,
      }),
  );
  const card = {
    ...(Object.keys(parameters).length > 0 && { modelParameters: parameters }),
    ...(performanceMetrics.length > 0 && {
      quantitativeAnalysis: { performanceMetrics },
    }),
  };
  return Object.keys(card).length > 0 ? card : undefined;
}

function propertiesOf(model: ModelRow, version: VersionDetail): BomProperty[] {
  const { digest, digestKind, status, stage, run, source } = version;
  const facts: [string, string | undefined][] = [
    ['ref', model.ref],
    ['digest', digest],
    ['digestKind', digestKind],
    ['status', status],
    ['stage', stage],
    ['riskTier', model.riskTier],
    ['source', source.id],
    ['sourceUri', source.uri],
    ['commit', run?.commit],
    ...Object.entries(version.params).map(([name, value]): [string, string] => [
      `param:${name}`,
      value,
    ]),
  ];
  return facts.flatMap(([name, value]) =>
    value ? [{ name: `modelyard:${name}`, value }] : [],
  );
}

function linksOf(version: VersionDetail): BomComponent['externalReferences'] {
  const addresses = [
    ...(version.run?.url ? [{ type: 'build-meta', url: version.run.url }] : []),
    ...version.links.map(({ url }) => ({ type: 'website', url })),
  ];
  return addresses
    .filter(({ url }) => isWebAddress(url))
    .map(({ type, url }) => ({ type, url: encodeURI(decode(url)) }));
}

/**
 * The bill of materials of a version, after CycloneDX 1.6. The same version gives
 * the same document; what is unknown is left out. Pure.
 */
export function toMlBom(model: ModelRow, version: VersionDetail): MlBom {
  const datasets = version.datasets.map(toData);
  const bases = [
    ...(model.baseModels ?? []),
    ...(model.baseModelTitles ?? []),
  ].map(toBaseModel);
  const components = [...version.artifacts.map(toFile), ...datasets, ...bases];
  const root = 'model';
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: serialNumber(model.ref, version),
    version: 1,
    metadata: {
      timestamp: version.createdAt,
      component: known({
        type: 'machine-learning-model' as const,
        'bom-ref': root,
        name: model.title,
        version: version.version,
        description: model.description,
        publisher: model.owner,
        hashes:
          version.digestKind === 'content'
            ? hashesOf(version.digest)
            : undefined,
        licenses: licensesOf(model.license),
        externalReferences: linksOf(version),
        modelCard: toModelCard(model, version, datasets),
        properties: propertiesOf(model, version),
      }),
    },
    components,
    dependencies: [
      { ref: root, dependsOn: components.map(c => c['bom-ref']) },
      ...components.map(c => ({ ref: c['bom-ref'], dependsOn: [] })),
    ],
  };
}
