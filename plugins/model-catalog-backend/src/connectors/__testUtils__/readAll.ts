import {
  KnownModel,
  ModelConnector,
  SourceModel,
  SourcePage,
} from '@modelyard/plugin-model-catalog-node';

/** Everything that a connector lists, in one page. */
export async function readAll(
  connector: ModelConnector,
  known: KnownModel[] = [],
) {
  const all: Required<Pick<SourcePage, 'models' | 'unchanged' | 'problems'>> = {
    models: [],
    unchanged: [],
    problems: [],
  };
  const { signal } = new AbortController();
  for await (const page of connector.listModels({ signal, known })) {
    all.models.push(...page.models);
    all.unchanged.push(...(page.unchanged ?? []));
    all.problems.push(...page.problems);
  }
  return all;
}

/** What the catalog knows of models once it has stored them. */
export function knownOf(models: SourceModel[]): KnownModel[] {
  return models.flatMap(({ nativeId, location, mark }) =>
    mark === undefined ? [] : { nativeId, location, mark },
  );
}
