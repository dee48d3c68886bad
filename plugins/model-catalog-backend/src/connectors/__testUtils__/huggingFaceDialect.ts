import { createHash } from 'node:crypto';
import {
  RegistryDialect,
  ScriptedAnswer,
  ScriptedModel,
  ScriptedRequest,
  withRow,
} from './scriptedRegistry';

const pageSize = 2;

const hex = (text: string, algorithm: string) =>
  createHash(algorithm).update(text).digest('hex');

function shaOf(model: ScriptedModel): string {
  return hex(JSON.stringify(model.versions), 'sha1');
}

function toHubModel(model: ScriptedModel) {
  return {
    _id: hex(model.name, 'md5').slice(0, 24),
    id: model.name,
    sha: shaOf(model),
    lastModified: model.versions[model.versions.length - 1].createdAt,
    private: false,
    gated: false,
    tags: ['transformers', 'region:us'],
    pipeline_tag: 'text-classification',
    cardData: { license: 'apache-2.0', datasets: ['imdb'] },
  };
}

function list(
  models: ScriptedModel[],
  { url }: ScriptedRequest,
): ScriptedAnswer {
  const start = Number(url.searchParams.get('cursor') ?? 0);
  const next = new URL(url);
  next.searchParams.set('cursor', String(start + pageSize));
  const isLast = start + pageSize >= models.length;
  return {
    json: models.slice(start, start + pageSize).map(toHubModel),
    headers: isLast ? {} : { link: `<${next.href}>; rel="next"` },
  };
}

const isList = ({ url }: ScriptedRequest) => url.pathname === '/api/models';

/** The Hub's API, with an organisation's models in pages of two. */
export const huggingFaceDialect: RegistryDialect = {
  type: 'huggingface',
  config: () => ({ organization: 'acme' }),
  isListing: isList,
  oddNames: ['acme/Ünï 🧪', 'acme/..', 'acme/%2F', '<script>/x', "it's/#?"],
  emptied: answer => ({ ...answer, json: [] }),
  nulled: answer => ({ ...answer, json: null }),
  spoil: (name, answer, request) =>
    isList(request)
      ? { ...answer, json: withRow(answer.json, name, { sha: 7 }) }
      : answer,
  circling: answer => ({
    ...answer,
    headers: { link: '</api/models?cursor=again>; rel="next"' },
  }),
  shownAs: model => ({
    aliases: { main: shaOf(model) },
    versions: [shaOf(model)],
  }),
  callsWhenUnchanged: models => Math.ceil(models.length / pageSize),
  answer(models, request) {
    if (isList(request)) return list(models, request);
    const { pathname } = request.url;
    if (/^\/api\/models\/.+\/tree\/[0-9a-f]{40}$/.test(pathname))
      return {
        json: [
          { type: 'directory', path: 'onnx' },
          { type: 'file', path: 'README.md', size: 40 },
          { type: 'file', path: 'config.json', size: 12, oid: 'a'.repeat(40) },
          {
            type: 'file',
            path: 'model.safetensors',
            size: 134,
            lfs: { oid: hex('weights', 'sha256'), size: 4096 },
          },
        ],
      };
    if (/^\/.+\/raw\/[0-9a-f]{40}\/README\.md$/.test(pathname))
      return { body: '---\nlicense: apache-2.0\n---\n# Card\n' };
    const model = models.find(
      m =>
        pathname ===
        `/api/models/${m.name.split('/').map(encodeURIComponent).join('/')}`,
    );
    return model ? { json: toHubModel(model) } : { status: 404, json: {} };
  },
};
