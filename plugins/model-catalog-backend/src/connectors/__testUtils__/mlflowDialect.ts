import {
  RegistryDialect,
  ScriptedAnswer,
  ScriptedModel,
  ScriptedRequest,
  rowsOf,
  withFields,
  withRow,
} from './scriptedRegistry';

function page(name: string, rows: unknown[], { url }: ScriptedRequest) {
  const size = Number(url.searchParams.get('max_results'));
  const start = Number(url.searchParams.get('page_token') ?? 0);
  const some = rows.slice(start, start + size);
  const isLast = start + size >= rows.length;
  return {
    json: {
      // What is empty is left out, as the server does.
      ...(some.length > 0 && { [name]: some }),
      ...(!isLast && { next_page_token: String(start + size) }),
    },
  };
}

function listModels(models: ScriptedModel[]) {
  return models.map((model, index) => ({
    name: model.name,
    creation_timestamp: 1_790_000_000_000 + index,
    aliases: Object.entries(model.aliases).map(([alias, version]) => ({
      alias,
      version,
    })),
  }));
}

function listVersions(models: ScriptedModel[]) {
  return models.flatMap(model =>
    model.versions.map(({ version, createdAt }) => ({
      name: model.name,
      version,
      status: 'READY',
      current_stage: 'None',
      creation_timestamp: Date.parse(createdAt),
      source: `s3://bucket/${version}`,
    })),
  );
}

const isModels = ({ url }: ScriptedRequest) =>
  url.pathname === '/api/2.0/mlflow/registered-models/search';

/** MLflow 3.17.2, as far as its listings go. */
export const mlflowDialect: RegistryDialect = {
  type: 'mlflow',
  config: () => ({ pageSize: { models: 2, versions: 2 } }),
  isListing: isModels,
  listsBeforeGiving: true,
  oddNames: ['Österreich 🧪', '../..', '<script>', '%2F ?#&', ' it\'s "it" '],
  emptied: answer => withFields(answer, { registered_models: undefined }),
  nulled: answer => withFields(answer, { registered_models: null }),
  spoil: (name, answer, request) =>
    isModels(request)
      ? withFields(answer, {
          registered_models: withRow(
            rowsOf(answer, 'registered_models'),
            name,
            {
              creation_timestamp: 'soon',
            },
          ),
        })
      : answer,
  circling: answer => withFields(answer, { next_page_token: 'again' }),
  answer(models, request): ScriptedAnswer {
    if (isModels(request))
      return page('registered_models', listModels(models), request);
    if (request.url.pathname === '/api/2.0/mlflow/model-versions/search')
      return page('model_versions', listVersions(models), request);
    return {
      status: 404,
      body: '<html>',
      headers: { 'content-type': 'text/html' },
    };
  },
};
