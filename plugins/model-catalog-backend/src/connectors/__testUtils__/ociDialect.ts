import { createHash } from 'node:crypto';
import {
  RegistryDialect,
  ScriptedAnswer,
  ScriptedModel,
  ScriptedRequest,
  withFields,
} from './scriptedRegistry';

const pageSize = 2;
const manifestType = 'application/vnd.oci.image.manifest.v1+json';
const emptyDigest = `sha256:${'0'.repeat(64)}`;

export const sha256 = (text: string) =>
  `sha256:${createHash('sha256').update(text).digest('hex')}`;

function configOf(version: { version: string; createdAt: string }): string {
  return JSON.stringify({
    descriptor: { createdAt: version.createdAt, licenses: ['Apache-2.0'] },
    config: { architecture: 'transformer', paramSize: '8b' },
  });
}

function manifestOf(version: { version: string; createdAt: string }): string {
  const config = configOf(version);
  return JSON.stringify({
    schemaVersion: 2,
    mediaType: manifestType,
    artifactType: 'application/vnd.cncf.model.manifest.v1+json',
    config: {
      mediaType: 'application/vnd.cncf.model.config.v1+json',
      digest: sha256(config),
      size: config.length,
    },
    layers: [
      {
        mediaType: 'application/vnd.cncf.model.weight.v1.raw',
        digest: emptyDigest,
        size: 4096,
        annotations: { 'org.cncf.model.filepath': 'model.safetensors' },
      },
    ],
  });
}

function page(
  rows: string[],
  { url }: ScriptedRequest,
  wrap: (some: string[]) => object,
): ScriptedAnswer {
  const last = url.searchParams.get('last');
  const start = last === null ? 0 : rows.indexOf(last) + 1;
  const some = rows.slice(start, start + pageSize);
  const isLast = start + pageSize >= rows.length;
  const next = `${url.pathname}?last=${encodeURIComponent(some[some.length - 1] ?? '')}&n=${pageSize}`;
  return {
    json: wrap(some),
    headers: isLast ? {} : { link: `<${next}>; rel="next"` },
  };
}

const isCatalog = ({ url }: ScriptedRequest) => url.pathname === '/v2/_catalog';

function answerRepository(
  model: ScriptedModel,
  rest: string,
  request: ScriptedRequest,
): ScriptedAnswer {
  if (rest === 'tags/list')
    return page(
      [
        ...model.versions.map(({ version }) => version),
        ...Object.keys(model.aliases),
      ],
      request,
      tags => ({ name: model.name, tags }),
    );
  const [kind, reference] = rest.split('/').map(decodeURIComponent);
  const named = model.aliases[reference] ?? reference;
  for (const version of model.versions) {
    const manifest = manifestOf(version);
    const config = configOf(version);
    if (
      kind === 'manifests' &&
      [version.version, sha256(manifest)].includes(named)
    )
      return {
        body: request.method === 'HEAD' ? '' : manifest,
        headers: {
          'content-type': manifestType,
          'docker-content-digest': sha256(manifest),
        },
      };
    if (kind === 'blobs' && reference === sha256(config))
      return { body: config };
  }
  return { status: 404, json: { errors: [{ code: 'MANIFEST_UNKNOWN' }] } };
}

/** An OCI registry that lists its repositories, in pages of two. */
export const ociDialect: RegistryDialect = {
  type: 'oci',
  config: () => ({ catalog: true }),
  isListing: isCatalog,
  oddNames: ['models/a', 'models/deep/er/one', 'x__y', 'a.b-c'],
  emptied: answer => withFields(answer, { repositories: [] }),
  nulled: answer => withFields(answer, { repositories: null }),
  spoil: (name, answer, { url }) =>
    url.pathname === `/v2/${name}/tags/list`
      ? { json: { name, tags: 'none' } }
      : answer,
  circling: answer => ({
    ...answer,
    headers: { link: '</v2/_catalog?last=again>; rel="next"' },
  }),
  // The catalog; of each model its tags, in pages, and, by a connector that has
  // just been made, what each stands for.
  callsWhenUnchanged: models =>
    models.reduce(
      (sum, { versions }) =>
        sum + Math.ceil((versions.length + 1) / pageSize) + versions.length + 1,
      Math.ceil(models.length / pageSize),
    ),
  answer(models, request) {
    const { pathname } = request.url;
    if (isCatalog(request))
      return page(
        models.map(({ name }) => name),
        request,
        repositories => ({ repositories }),
      );
    const model = models.find(({ name }) =>
      pathname.startsWith(`/v2/${name}/`),
    );
    if (!model) return { status: 404, json: { errors: [] } };
    return answerRepository(
      model,
      pathname.slice(`/v2/${model.name}/`.length),
      request,
    );
  },
};
