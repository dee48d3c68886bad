import { SourceVersion } from '@modelyard/plugin-model-catalog-node';
import { kitfile, Manifest, modelPackConfig } from './schemas';

/** Types of configuration by which a model is known. */
const modelPack = /^application\/vnd\.(cncf|cnai)\.model\.config\.v1\+json$/;
const kitops = /^application\/vnd\.kitops\.modelkit\.config\.v1\+json$/;

const createdAnnotation = 'org.opencontainers.image.created';
const pathAnnotations = [
  'org.cncf.model.filepath',
  'org.cnai.model.filepath',
  'org.opencontainers.image.title',
];

/** What an artifact's configuration tells, whichever format it has. */
export interface ArtifactFacts {
  createdAt?: string;
  description?: string;
  license?: string;
  params: Record<string, string>;
  datasets: { name: string }[];
  commit?: string;
  sourceUrl?: string;
}

/** Whether a manifest is that of a model, packed by ModelPack or KitOps. */
export function isModel({ config }: Manifest): boolean {
  return modelPack.test(config.mediaType) || kitops.test(config.mediaType);
}

function flatten(value: unknown, prefix = ''): Record<string, string> {
  if (typeof value !== 'object' || value === null)
    return value === null || value === undefined || prefix === ''
      ? {}
      : { [prefix]: String(value) };
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, inner]) =>
      flatten(inner, prefix ? `${prefix}.${key}` : key),
    ),
  );
}

function readModelPack(config: unknown): ArtifactFacts {
  const { descriptor, config: settings } = modelPackConfig.parse(config);
  return {
    createdAt: descriptor?.createdAt ?? undefined,
    description: descriptor?.description ?? undefined,
    license: descriptor?.licenses?.join(' AND ') || undefined,
    params: flatten(settings),
    datasets: [],
    commit: descriptor?.revision ?? undefined,
    sourceUrl: descriptor?.sourceURL ?? undefined,
  };
}

function readKitfile(config: unknown): ArtifactFacts {
  const { package: pack, model, datasets } = kitfile.parse(config);
  return {
    description: pack?.description ?? model?.description ?? undefined,
    license: model?.license ?? pack?.license ?? undefined,
    params: {
      ...(model?.framework && { framework: model.framework }),
      ...flatten(model?.parameters),
    },
    datasets: (datasets ?? []).flatMap(({ name, path }) => {
      const label = name || path;
      return label ? [{ name: label }] : [];
    }),
  };
}

/**
 * Reads the configuration of a model.
 *
 * @throws ZodError when it is none
 */
export function readFacts(manifest: Manifest, config: unknown): ArtifactFacts {
  const facts = modelPack.test(manifest.config.mediaType)
    ? readModelPack(config)
    : readKitfile(config);
  const createdAt =
    manifest.annotations?.[createdAnnotation] ?? facts.createdAt;
  return { ...facts, createdAt };
}

/** `application/vnd.cncf.model.weight.v1.tar+gzip` → `weight`. */
function formatOf(mediaType: string): string {
  const [, name] =
    /^application\/vnd\.(?:cncf\.model|cnai\.model|kitops\.modelkit)\.([a-z.]+?)\.v1\b/.exec(
      mediaType,
    ) ?? [];
  return name ?? mediaType;
}

/** A version with what its manifest and configuration tell. */
export function toWholeVersion(
  head: SourceVersion,
  read: { manifest: Manifest; facts: ArtifactFacts; place: string },
  now: Date,
): SourceVersion {
  const { manifest, facts, place } = read;
  return {
    ...head,
    extent: 'whole',
    createdAt: facts.createdAt ?? now.toISOString(),
    artifacts: manifest.layers.map(
      ({ mediaType, digest, size, annotations }) => {
        const path = pathAnnotations
          .map(name => annotations?.[name])
          .find(Boolean);
        return {
          uri: path ? `${place}@${digest}/${path}` : `${place}@${digest}`,
          digest: digest.startsWith('sha256:') ? digest : undefined,
          sizeBytes: size,
          format: formatOf(mediaType),
        };
      },
    ),
    params: facts.params,
    datasets: facts.datasets,
    run: facts.commit ? { commit: facts.commit } : undefined,
    links: facts.sourceUrl ? [{ url: facts.sourceUrl, title: 'Source' }] : [],
  };
}
