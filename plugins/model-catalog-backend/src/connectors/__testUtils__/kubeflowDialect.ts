import {
  RegistryDialect,
  ScriptedModel,
  ScriptedRequest,
  rowsOf,
  withFields,
  withRow,
} from './scriptedRegistry';

const root = '/api/model_registry/v1alpha3';

function page(rows: unknown[], { url }: ScriptedRequest) {
  const size = Number(url.searchParams.get('pageSize'));
  const start = Number(url.searchParams.get('nextPageToken') ?? 0);
  const isLast = start + size >= rows.length;
  return {
    json: {
      items: rows.slice(start, start + size),
      nextPageToken: isLast ? '' : String(start + size),
      pageSize: size,
      size: Math.min(size, rows.length - start),
    },
  };
}

const isModels = ({ url }: ScriptedRequest) =>
  url.pathname === `${root}/registered_models`;

function versionsOf(model: ScriptedModel, id: string) {
  return model.versions.map(({ version, createdAt }, index) => ({
    id: `${id}0${index}`,
    name: version,
    state: 'LIVE',
    author: 'someone',
    registeredModelId: id,
    createTimeSinceEpoch: String(Date.parse(createdAt)),
    lastUpdateTimeSinceEpoch: String(Date.parse(createdAt)),
    customProperties: {
      accuracy: { metadataType: 'MetadataDoubleValue', double_value: 0.9 },
      depth: { metadataType: 'MetadataIntValue', int_value: '6' },
    },
  }));
}

/** Kubeflow Model Registry, v1alpha3. */
export const kubeflowDialect: RegistryDialect = {
  type: 'kubeflow',
  config: () => ({ pageSize: { models: 2 } }),
  isListing: isModels,
  oddNames: ['Österreich 🧪', '../..', '<script>', '%2F ?#&', 'a/b'],
  emptied: answer => withFields(answer, { items: [] }),
  nulled: answer => withFields(answer, { items: null }),
  spoil: (name, answer, request) =>
    isModels(request)
      ? withFields(answer, {
          items: withRow(rowsOf(answer, 'items'), name, {
            customProperties: 'none',
          }),
        })
      : answer,
  isResumable: true,
  circling: answer => withFields(answer, { nextPageToken: '2' }),
  shownAs: model => ({
    aliases: {},
    versions: model.versions.map(({ version }) => version),
  }),
  answer(models, request) {
    if (isModels(request))
      return page(
        models.map(({ name }, index) => ({
          id: String(index + 1),
          name,
          state: 'LIVE',
        })),
        request,
      );
    const [, kind, id, child] =
      new RegExp(`^${root}/(\\w+)/(\\d+)/(\\w+)$`).exec(request.url.pathname) ??
      [];
    if (kind === 'registered_models' && child === 'versions') {
      const model = models[Number(id) - 1];
      return page(versionsOf(model, id), request);
    }
    if (kind === 'model_versions' && child === 'artifacts')
      return page(
        [
          {
            artifactType: 'model-artifact',
            id,
            name: 'model',
            uri: `s3://bucket/${id}`,
            modelFormatName: 'onnx',
            modelFormatVersion: '1',
          },
          { artifactType: 'doc-artifact', id: `${id}1`, name: 'doc', uri: 'x' },
        ],
        request,
      );
    return { status: 404, json: { code: '404', message: 'not found' } };
  },
};
